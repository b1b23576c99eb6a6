#include <boost/test/unit_test.hpp>
#include <cablelint/expression/value.hpp>
#include <cstring>
#include <string_view>

using namespace cablelint::expression;
using cablelint::Level;
using cablelint::Span;

BOOST_AUTO_TEST_SUITE(value_test)

BOOST_AUTO_TEST_CASE(what_is_made_is_what_is_read) {
  const int object = 0;
  BOOST_TEST((Value().kind == Kind::null));
  BOOST_TEST((Value::of_bool(true).kind == Kind::boolean));
  BOOST_TEST(Value::of_bool(true).boolean);
  BOOST_TEST(!Value::of_bool(false).boolean);
  BOOST_TEST(Value::of_int(-3).integer == -3);
  BOOST_TEST(Value::of_uint(~std::uint64_t{0}).unsigned_integer == ~std::uint64_t{0});
  BOOST_TEST(Value::of_double(-0.5).real == -0.5);
  BOOST_TEST(Value::of_date(-1).integer == -1);
  BOOST_TEST(Value::of_level(Level::S).integer == static_cast<std::int64_t>(Level::S));
  BOOST_TEST(Value::of_timestamp(7, 999'999'999).size == 999'999'999U);
  BOOST_TEST(static_cast<std::int32_t>(Value::of_duration(-7, -1).size) == -1);
  BOOST_TEST(Value::of_string("text", {3, 4}).string() == "text");
  BOOST_TEST((Value::of_string("text", {3, 4}).origin == Span{3, 4}));
  BOOST_TEST(!Value::of_string("text").origin);
  BOOST_TEST(Value::of_error("why").is_error());
  const Value made = Value::of_object(&object, 0xFFFE, {1, 2});
  BOOST_TEST((made.kind == Kind::object));
  BOOST_TEST(made.object_type == 0xFFFEU);
  BOOST_TEST((made.pointer == &object));
  const Value list = Value::of_list(&object, 0xFFFF'FFFEU, Items::captions, 9, {5, 6});
  BOOST_TEST((list.kind == Kind::list));
  BOOST_TEST((list.items == Items::captions));
  BOOST_TEST(list.size == 0xFFFF'FFFEU);
  BOOST_TEST(list.object_type == 9U);
}

BOOST_AUTO_TEST_CASE(copies_are_equal_byte_by_byte) {
  for (const Value& value :
       {Value(), Value::of_bool(true), Value::of_double(1.25), Value::of_string("a", {1, 2}),
        Value::of_list(nullptr, 3, Items::spans, 4, {5, 6})}) {
    const Value copy = value;
    Value assigned = Value::of_int(1);
    assigned = value;
    BOOST_TEST(std::memcmp(&copy, &value, sizeof value) == 0);
    BOOST_TEST(std::memcmp(&assigned, &value, sizeof value) == 0);
  }
}

BOOST_AUTO_TEST_SUITE_END()
