#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

namespace cablelint::generator {

/// What is known about one cable: the fields of `cablelint parse --output json` as plain values. Absent texts
/// are empty, levels are "TS", "S", "C", "R" or "U", dates are ISO, texts have their line breaks and runs of
/// blanks folded.
struct Truth {
  struct Addressee {
    std::string routing, name, precedence, number;
  };
  struct Heading {
    std::string transmission, relay_precedence, station, serial, section, julian;
    std::vector<std::string> routing;
    std::string prosign, letters, level;
    std::vector<std::string> signals;
    std::string precedence, dtg, time, from;
    std::vector<Addressee> to, info, xmt;
  };
  struct Section {
    int number = 0, of = 0;
  };
  struct Classification {
    std::string text, level;
    std::vector<std::string> controls;
    std::optional<Section> section;
    std::string post, message_number;
  };
  struct Declassification {
    std::string text, order, kind, date;
    std::vector<std::string> codes;
    std::string event;
    std::string downgrade_level, downgrade_date;
  };
  struct Tag {
    std::string code, kind, argument;
  };
  struct Subject {
    std::string text, mark;
  };
  struct Reference {
    std::string label, kind, text, origin, number;
    int year = 0;
    std::vector<std::string> notes;
  };
  struct Authority {
    std::string classified_by, title, derived_from;
    std::vector<std::string> reasons;
  };
  struct Paragraph {
    int number = 0;
    std::string printed, mark, level;
    std::vector<std::string> controls;
    std::string heading, text;
  };
  struct Record {
    std::string id, classification;
  };
  struct Date {
    std::string date, basis, precision;  // a year alone is "2004"
  };

  bool partial_extract = false;
  std::optional<Record> record;
  std::optional<Date> date;
  std::optional<Heading> heading;
  std::optional<Classification> classification;
  std::vector<Section> sections;
  std::vector<std::string> captions, passing;
  std::optional<Declassification> declassification;
  std::vector<Tag> tags;
  std::optional<Subject> subject;
  std::vector<Reference> references;
  std::optional<Authority> authority;
  std::string entire_text;  // level of "C - ENTIRE TEXT"
  std::vector<Paragraph> paragraphs;
  std::vector<std::string> headings;
  std::string signature;
  bool end_of_message = false;
  std::vector<std::string> noise;  // kinds that are present, sorted, each once
};

/// The truth as JSON. It has the members of the hand-written truth of published cables (tags are codes,
/// addressees are names, marks are texts) and further ones beside them.
[[nodiscard]] nlohmann::ordered_json to_json(const Truth& truth);

/// Line breaks and runs of blanks become one blank; none is left at the ends.
[[nodiscard]] std::string fold(std::string_view text);

/// Notes that a kind of noise is present.
void add_noise(Truth& truth, std::string_view kind);

}  // namespace cablelint::generator
