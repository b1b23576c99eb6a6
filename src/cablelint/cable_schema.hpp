#pragma once

#include <cstdint>

#include <cablelint/expression/schema.hpp>

namespace cablelint {

/// Where the model's object types stand in a schema.
struct CableTypes {
  std::uint16_t cable;
  std::uint16_t record, cable_date;
  std::uint16_t heading, relay, security, addressee;
  std::uint16_t classification, section;
  std::uint16_t declassification, downgrade;
  std::uint16_t tag, subject, mark, reference, authority;
  std::uint16_t paragraph, boundary, body_text, noise, element, redaction, release;
};

/// Declares the cable model for expressions: `cable.paragraphs`, `p.mark.level`, .... An object of type
/// `cable` is a `const Cable*`; Context::root must be that cable while its fields are read, Context::source
/// its bytes.
CableTypes add_cable_types(expression::Schema& schema);

}  // namespace cablelint
