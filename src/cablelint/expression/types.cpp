#include <cablelint/expression/program.hpp>
#include <cablelint/expression/types.hpp>

namespace cablelint::expression {

using TypeKind = Type::Kind;

bool fits(const Type& a, const Type& b) {
  if (a.kind == TypeKind::dyn || b.kind == TypeKind::dyn) return true;
  if (a.kind != b.kind) return false;
  if (a.kind == TypeKind::object) return a.object_type == b.object_type;
  if (a.arguments.size() != b.arguments.size()) return true;
  for (std::size_t i = 0; i < a.arguments.size(); ++i) {
    if (!fits(a.arguments[i], b.arguments[i])) return false;
  }
  return true;
}

Type join(const Type& a, const Type& b) {
  if (a == b) return a;
  if (a.kind != b.kind || !fits(a, b) || a.arguments.size() != b.arguments.size()) return {};
  Type joined = a;
  for (std::size_t i = 0; i < a.arguments.size(); ++i) {
    // An empty list or map has `dyn` inside and takes the type of its neighbour.
    if (a.arguments[i].kind == TypeKind::dyn) {
      joined.arguments[i] = b.arguments[i];
    } else if (b.arguments[i].kind != TypeKind::dyn) {
      joined.arguments[i] = join(a.arguments[i], b.arguments[i]);
    }
  }
  return joined;
}

bool is_number(Type::Kind kind) {
  return kind == TypeKind::integer || kind == TypeKind::unsigned_integer || kind == TypeKind::real;
}

bool is_ordered(Type::Kind kind) {
  switch (kind) {
    case TypeKind::boolean:
    case TypeKind::integer:
    case TypeKind::unsigned_integer:
    case TypeKind::real:
    case TypeKind::string:
    case TypeKind::bytes:
    case TypeKind::timestamp:
    case TypeKind::duration:
    case TypeKind::date:
    case TypeKind::level:
      return true;
    default:
      return false;
  }
}

std::string to_text(const Type& type, const Schema& schema) {
  const auto argument = [&](std::size_t i) {
    return i < type.arguments.size() ? to_text(type.arguments[i], schema) : std::string{"dyn"};
  };
  switch (type.kind) {
    case TypeKind::dyn:
      return "dyn";
    case TypeKind::null:
      return "null";
    case TypeKind::boolean:
      return "bool";
    case TypeKind::integer:
      return "int";
    case TypeKind::unsigned_integer:
      return "uint";
    case TypeKind::real:
      return "double";
    case TypeKind::string:
      return "string";
    case TypeKind::bytes:
      return "bytes";
    case TypeKind::list:
      return "list<" + argument(0) + ">";
    case TypeKind::map:
      return "map<" + argument(0) + ", " + argument(1) + ">";
    case TypeKind::type:
      return "type";
    case TypeKind::timestamp:
      return "timestamp";
    case TypeKind::duration:
      return "duration";
    case TypeKind::date:
      return "date";
    case TypeKind::period:
      return "period";
    case TypeKind::level:
      return "level";
    case TypeKind::object:
      return type.object_type < schema.size() ? schema.type(type.object_type).name : "object";
  }
  return "dyn";
}

}  // namespace cablelint::expression
