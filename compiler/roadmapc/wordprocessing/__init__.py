"""What a document of WordprocessingML (ECMA-376, part 1) lets its reader read, whoever wrote it."""
