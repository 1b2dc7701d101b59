"""Reports: what was counted, how, on which evidence, as one document to hand on."""
