"""One warm process for everyone: what `faqtui zygote`, `faqtui attach` and `faqtui serve` are made of.

The keeper is the process that an administrator starts. It has others for everything that may go wrong, all in `processes`: the
zygote, which has read the FAQ and forks a child for each session, the watcher, which notices changed files; and the front
(`front`), which speaks SSH. Until that is imported nothing but the standard library is needed.
"""
