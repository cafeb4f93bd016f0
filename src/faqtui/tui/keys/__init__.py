"""What keys do, by subject: each file has its acts, which the main screen joins to the rows of `faqtui.view.actions`."""
