#pragma once

// A mark on its own, to be explained: "(S//NF)", "TOP SECRET//SI/TK//NOFORN", "//GBR S", "S E C R E T
// NOFORN". What the words mean is vocabulary; here is only how they are put together.

#include "grammar/classification.hpp"

namespace cablelint::grammar::marking {

// clang-format off
struct inside        : plus< not_one< '(', ')' > > {};                                // "S//NF"
/// A portion mark in its brackets: "(S//NF)".
struct portion       : seq< blanks, one< '(' >, opt< inside >, one< ')' >, blanks, eof > {};

struct slash         : one< '/' > {};
struct category_break: string< '/', '/' > {};                                         // "//"
struct entry_break   : seq< slash, not_at< slash > > {};                              // "/"
struct entry         : plus< not_one< '/' > > {};                                     // "REL TO USA, GBR"
struct category      : seq< opt< entry >, star< seq< entry_break, opt< entry > > > > {};  // "ORCON/NOFORN"
/// What stands before the classification of another country: "//GBR S".
struct leading       : seq< blanks, category_break > {};
struct mark          : seq< opt< leading >, category, star< seq< category_break, category > >, eof > {};  // "S//SI/TK//NF"

/// A level in full with or without blanks between its letters: "S E C R E T NOFORN".
struct spaced_level  : classification::level {};

struct list_break    : plus< one< ' ', '\t', ',' > > {};                              // ", "
struct list_item     : plus< not_one< ' ', '\t', ',' > > {};                          // "GBR"
struct list          : seq< star< list_break >, opt< list_item, star< seq< list_break, list_item > >, star< list_break > >, eof > {};  // "USA, GBR"

struct hyphen        : one< '-' > {};
struct compartment   : plus< alnum > {};                                              // "BLFH"
struct sub_compartment : seq< gap, compartment > {};                                  // " XYZ"
struct compartments  : seq< plus< seq< hyphen, compartment, star< sub_compartment > > >, eof > {};  // "-ABC-XYZ HELLO"
/// A control system by its shape: "ABC", "FOO-O XYZ".
struct control_system: seq< compartment, sor< eof, compartments > > {};

struct part          : plus< not_one< '-' > > {};                                     // "SIGMA 1 2"
struct parts         : seq< plus< seq< hyphen, part > >, eof > {};                    // "-N-SIGMA 1 2"
// clang-format on

}  // namespace cablelint::grammar::marking
