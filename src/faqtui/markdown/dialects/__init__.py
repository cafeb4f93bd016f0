"""What others add to Markdown, one file each: containers, MDX, MyST, shortcodes."""
