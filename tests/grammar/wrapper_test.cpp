#include "grammar/wrapper.hpp"

#include "support/matched.hpp"

namespace rules = cablelint::grammar::wrapper;

BOOST_AUTO_TEST_SUITE(grammar_wrapper)

BOOST_AUTO_TEST_CASE(web_pages) {
  CHECK_WHOLE(rules::element_name, "blockquote");
  CHECK_NO_MATCH(rules::element_name, "pref");
  for (const char* tag :
       {"<pre>", "</P>", "<br />", "<a href=\"#par1\">", "<!-- page 2 -->", "<!DOCTYPE html>"})
    CHECK_WHOLE(rules::tag, tag);
  for (const char* text : {"<garble>", "< 5", "<name", "<pre\n>", "<>"}) CHECK_NO_MATCH(rules::tag, text);
  CHECK_WHOLE(rules::blank_number, "#x000A");
  CHECK_WHOLE(rules::blank_number, "#160");
  CHECK_NO_MATCH(rules::blank_number, "#x41");
  CHECK_WHOLE(rules::blank_entity, "&nbsp;");
  CHECK_NO_MATCH(rules::blank_entity, "&amp;");
  CHECK_MATCH(rules::markup, "<code><pre>&#x000A;VZCZC", "<code><pre>&#x000A;");
  CHECK_WHOLE(rules::tail, " <br>\n");
  CHECK_WHOLE(rules::tail, "\n");
  CHECK_NO_MATCH(rules::tail, "<br> more\n");
  CHECK_MATCH(rules::markup_start, "  <p>1.", "  <p>");
  CHECK_WHOLE(rules::markup_line, "</pre></code>\n");
  CHECK_NO_MATCH(rules::markup_line, "<p>1. (C) Text</p>\n");
  CHECK_MATCH(rules::page_element, "<title>", "<title");
  CHECK_NO_MATCH(rules::page_element, "<p>");
  CHECK_WHOLE(rules::page_line, "<title>06ARCADIA1636</title>\n");
}

BOOST_AUTO_TEST_CASE(mail) {
  CHECK_WHOLE(rules::field_word, "Reply-To");
  CHECK_WHOLE(rules::field_name, "Reply-To:");
  CHECK_MATCH(rules::address, "desk@example.org", "desk@e");
  CHECK_MATCH(rules::with_address, " A Desk <desk@example.org>", " A Desk <");
  CHECK_NO_MATCH(rules::with_address, " A Desk\n<desk@example.org>");
  CHECK_WHOLE(rules::trace_field, "Message-ID:");
  CHECK_WHOLE(rules::trace_field, "X-Mailer:");
  CHECK_MATCH(rules::address_field, "From: A Desk <desk@example.org>", "From: A Desk <");
  CHECK_NO_MATCH(rules::address_field, "From: AMEMBASSY ARCADIA");
  CHECK_WHOLE(rules::forwarded, "-----Original Message-----");
  CHECK_MATCH(rules::mail_start, "Received: from a", "Received:");
  CHECK_NO_MATCH(rules::mail_start, "SUBJECT: RECEIVED");
  CHECK_MATCH(rules::mail_more, "Subject: a cable", "Subject:");
  CHECK_MATCH(rules::mail_more, "\tfor <desk@example.org>", "\t");
  CHECK_NO_MATCH(rules::mail_more, "\n");
  CHECK_MATCH(rules::mail_header, "Received: from a\n\tby b\nSubject: x\n\nSECRET",
              "Received: from a\n\tby b\nSubject: x\n");
}

BOOST_AUTO_TEST_SUITE_END()
