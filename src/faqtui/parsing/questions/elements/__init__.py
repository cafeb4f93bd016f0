"""Elements that hold a question and its answer: folds, containers with titles, callouts, tags with both; and bare groups."""
