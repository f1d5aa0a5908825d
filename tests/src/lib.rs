//! Whole workflows, the command line, layering and durability.
