"""One warm process for everyone: what `faqtui zygote`, `faqtui attach` and `faqtui serve` are made of.

The keeper (`keeper`) is the process that an administrator starts. It has others for everything that may go wrong: the zygote
(`zygote`), which has read the FAQ and forks a child (`child`) for each session, the watcher (`watching`), which notices
changed files, and the front (`front`), which speaks SSH. Until that is imported nothing but the standard library is needed.
"""
