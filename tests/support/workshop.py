"""A small FAQ for tests of everything that comes after parsing."""

WORKSHOP = """\
---
title: Workshop
---

# Workshop

## Glue

### How do I thin wood glue?

Add *cold* water, a tenth at most. See [the data sheet](https://example.com/glue.pdf)
and [oily wood](#which-glue-holds-oily-wood).

```sh
glue --thin 10%
```

### Which glue holds oily wood?

Epoxy, after wiping the wood with acetone. `teak` needs it most.

## Saws

### How do I sharpen a saw?

With a triangular file, every tooth from the same side.

### Why does my saw bind?

Its teeth lost their set, or the wood is wet: error `E42` on the band saw says the same.

### How do I sharpen a saw?

Send it to the grinder.
"""
