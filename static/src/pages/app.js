// The one entry: what every page does, then what this page needs.
document.documentElement.classList.add("js");
