#include <cablelint/cable_names.hpp>

namespace cablelint {

// No `default` below: the compiler names a value that has no word. Values out of range read as "".

std::string_view name_of(ElementKind kind) {
  switch (kind) {
    case ElementKind::blank:
      return "blank";
    case ElementKind::partial_extract:
      return "partial-extract";
    case ElementKind::heading:
      return "heading";
    case ElementKind::classification:
      return "classification";
    case ElementKind::caption:
      return "caption";
    case ElementKind::passing:
      return "passing";
    case ElementKind::declassification:
      return "declassification";
    case ElementKind::tags:
      return "tags";
    case ElementKind::subject:
      return "subject";
    case ElementKind::references:
      return "references";
    case ElementKind::authority:
      return "authority";
    case ElementKind::paragraph:
      return "paragraph";
    case ElementKind::text:
      return "text";
    case ElementKind::body_heading:
      return "body-heading";
    case ElementKind::underline:
      return "underline";
    case ElementKind::signature:
      return "signature";
    case ElementKind::end_of_message:
      return "end-of-message";
    case ElementKind::record:
      return "record";
    case ElementKind::page_header:
      return "page-header";
    case ElementKind::continuation_header:
      return "continuation-header";
    case ElementKind::release_stamp:
      return "release-stamp";
    case ElementKind::wrapper:
      return "wrapper";
    case ElementKind::unrecognised:
      return "unrecognised";
  }
  return {};
}

std::string_view name_of(DateBasis basis) {
  switch (basis) {
    case DateBasis::dtg:
      return "dtg";
    case DateBasis::page_header:
      return "page-header";
    case DateBasis::julian:
      return "julian";
    case DateBasis::record:
      return "record";
    case DateBasis::declassification:
      return "declassification";
  }
  return {};
}

std::string_view name_of(Precision precision) {
  switch (precision) {
    case Precision::day:
      return "day";
    case Precision::year:
      return "year";
    case Precision::inferred:
      return "inferred";
  }
  return {};
}

std::string_view name_of(DeclassificationKind kind) {
  switch (kind) {
    case DeclassificationKind::date:
      return "date";
    case DeclassificationKind::event:
      return "event";
    case DeclassificationKind::codes:
      return "codes";
    case DeclassificationKind::schedule:
      return "schedule";
    case DeclassificationKind::offset:
      return "offset";
    case DeclassificationKind::not_applicable:
      return "not-applicable";
    case DeclassificationKind::unreadable:
      return "unreadable";
  }
  return {};
}

std::string_view name_of(DateForm form) {
  switch (form) {
    case DateForm::complete:
      return "complete";
    case DateForm::month:
      return "month";
    case DateForm::year:
      return "year";
  }
  return {};
}

std::string_view name_of(TagKind kind) {
  switch (kind) {
    case TagKind::subject:
      return "subject";
    case TagKind::geo:
      return "geo";
    case TagKind::program:
      return "program";
    case TagKind::organization:
      return "organization";
    case TagKind::person:
      return "person";
    case TagKind::term:
      return "term";
    case TagKind::unknown:
      return "unknown";
  }
  return {};
}

std::string_view name_of(ReferenceKind kind) {
  switch (kind) {
    case ReferenceKind::cable:
      return "cable";
    case ReferenceKind::other:
      return "other";
  }
  return {};
}

std::string_view name_of(NumberStyle style) {
  switch (style) {
    case NumberStyle::none:
      return "none";
    case NumberStyle::plain:
      return "plain";
    case NumberStyle::pilcrow_digit:
      return "pilcrow-digit";
    case NumberStyle::pilcrow:
      return "pilcrow";
    case NumberStyle::backslash:
      return "backslash";
  }
  return {};
}

std::string_view name_of(BoundaryPart part) {
  switch (part) {
    case BoundaryPart::summary:
      return "summary";
    case BoundaryPart::comment:
      return "comment";
  }
  return {};
}

std::string_view name_of(BoundaryEdge edge) {
  switch (edge) {
    case BoundaryEdge::begin:
      return "begin";
    case BoundaryEdge::heading:
      return "heading";
    case BoundaryEdge::end:
      return "end";
  }
  return {};
}

std::string_view name_of(NoiseKind kind) {
  switch (kind) {
    case NoiseKind::partial_extract:
      return "partial-extract";
    case NoiseKind::pilcrow:
      return "pilcrow";
    case NoiseKind::bullet:
      return "bullet";
    case NoiseKind::collapsed_heading:
      return "collapsed-heading";
    case NoiseKind::link:
      return "link";
    case NoiseKind::hard_break:
      return "hard-break";
    case NoiseKind::page_header:
      return "page-header";
    case NoiseKind::release_stamp:
      return "release-stamp";
    case NoiseKind::name_mask:
      return "name-mask";
    case NoiseKind::doubled_label:
      return "doubled-label";
    case NoiseKind::zero_for_o:
      return "zero-for-o";
    case NoiseKind::not_text:
      return "not-text";
    case NoiseKind::glued_tags:
      return "glued-tags";
    case NoiseKind::misspelt_tag:
      return "misspelt-tag";
    case NoiseKind::repeated_tag:
      return "repeated-tag";
    case NoiseKind::html_wrapper:
      return "html-wrapper";
    case NoiseKind::mail_wrapper:
      return "mail-wrapper";
    case NoiseKind::split_keyword:
      return "split-keyword";
  }
  return {};
}

std::string_view name_of(RedactionForm form) {
  switch (form) {
    case RedactionForm::bracket:
      return "bracket";
    case RedactionForm::code:
      return "code";
    case RedactionForm::mask:
      return "mask";
    case RedactionForm::block:
      return "block";
    case RedactionForm::blank:
      return "blank";
    case RedactionForm::stamp:
      return "stamp";
  }
  return {};
}

std::string_view name_of(ReleaseStatus status) {
  switch (status) {
    case ReleaseStatus::none:
      return "stamp";
    case ReleaseStatus::full:
      return "released in full";
    case ReleaseStatus::part:
      return "released in part";
    case ReleaseStatus::denied:
      return "denied in full";
    case ReleaseStatus::page_denied:
      return "page denied";
    case ReleaseStatus::declassified:
      return "declassified";
    case ReleaseStatus::sanitized:
      return "sanitized copy";
    case ReleaseStatus::approved:
      return "approved for release";
    case ReleaseStatus::extended:
      return "classification extended";
    case ReleaseStatus::unclassified:
      return "unclassified page";
    case ReleaseStatus::classified:
      return "classified page";
  }
  return {};
}

}  // namespace cablelint
