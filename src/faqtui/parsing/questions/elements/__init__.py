"""Elements that hold a question and its answer: folds, titled containers, callouts, tags with both as attributes."""
