# Evaluates each line of stdin. Answers with R's version, and for each call with a line: its numbers, or 'error:' and why.

most_shown <- 6

answer <- function(call) {
  value <- suppressWarnings(eval(parse(text = call), new.env()))
  if (!is.numeric(value) || !(length(value) %in% 1:most_shown)) {
    stop("it returned no number and no list of at most ", most_shown)
  }
  paste(formatC(value, digits = 17, format = "g", width = 1), collapse = " ")
}

cat(R.version$major, ".", R.version$minor, "\n", sep = "")
for (call in readLines(file("stdin"))) {
  told <- tryCatch(answer(call), error = function(e) paste("error:", gsub("\n", " ", conditionMessage(e))))
  cat(told, "\n", sep = "")
}
