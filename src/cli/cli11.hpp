#pragma once

// The names of CLI11 that headers need. Its own headers take the compiler longer than most of our files, so
// only those that add options include them.
namespace CLI {
class App;
class Option;
class ParseError;
}  // namespace CLI
