#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cablelint/diagnostic.hpp>

namespace cablelint::yaml {

enum class Kind : std::uint8_t { null, scalar, sequence, map };
enum class Style : std::uint8_t { plain, single_quoted, double_quoted, literal, folded };

/// A node as it is stored: the nodes of a file stand in preorder, a map's as key, value, key, value.
struct NodeData {
  std::uint32_t begin = 0;  // byte of the file at which it is written
  std::uint32_t line = 1;   // from 1
  std::uint32_t text = 0;   // scalar: where its text begins in the strings
  std::uint32_t size = 0;   // scalar: bytes of text; sequence: items; map: entries
  std::uint32_t nodes = 1;  // of this subtree, itself included
  Kind kind = Kind::null;
  Style style = Style::plain;
};

class Document;

/// A node of a document: a position in it that copies freely. The document must outlive it.
class Node {
 public:
  Node(const Document& document, std::uint32_t index) : document_(&document), index_(index) {}

  [[nodiscard]] const Document& document() const { return *document_; }
  [[nodiscard]] const NodeData& data() const;
  [[nodiscard]] Kind kind() const { return data().kind; }
  [[nodiscard]] bool is_null() const { return kind() == Kind::null; }
  [[nodiscard]] bool is_scalar() const { return kind() == Kind::scalar; }
  [[nodiscard]] bool is_sequence() const { return kind() == Kind::sequence; }
  [[nodiscard]] bool is_map() const { return kind() == Kind::map; }
  /// Line in the file, from 1.
  [[nodiscard]] std::uint32_t line() const { return data().line; }
  /// The decoded text of a scalar; empty for other nodes.
  [[nodiscard]] std::string_view text() const;
  /// Items of a sequence or entries of a map.
  [[nodiscard]] std::uint32_t size() const { return is_scalar() ? 0 : data().size; }

  class Items;
  class Entries;
  /// The items of a sequence; none for other nodes.
  [[nodiscard]] Items items() const;
  /// The entries of a map in their order in the file; none for other nodes.
  [[nodiscard]] Entries entries() const;

  /// The node behind this subtree, whatever it is.
  [[nodiscard]] Node after() const { return {*document_, index_ + data().nodes}; }
  [[nodiscard]] Node child() const { return {*document_, index_ + 1}; }
  [[nodiscard]] std::uint32_t index() const { return index_; }

 private:
  const Document* document_;
  std::uint32_t index_;
};

struct Entry {
  Node key;
  Node value;
};

class Node::Items {
 public:
  class Iterator {
   public:
    Iterator(Node node, std::uint32_t left) : node_(node), left_(left) {}
    Node operator*() const { return node_; }
    Iterator& operator++() {
      if (--left_ > 0) node_ = node_.after();
      return *this;
    }
    bool operator!=(const Iterator& other) const { return left_ != other.left_; }

   private:
    Node node_;
    std::uint32_t left_;
  };
  explicit Items(Node node) : node_(node) {}
  [[nodiscard]] Iterator begin() const { return {node_.child(), count()}; }
  [[nodiscard]] Iterator end() const { return {node_, 0}; }

 private:
  [[nodiscard]] std::uint32_t count() const { return node_.is_sequence() ? node_.size() : 0; }
  Node node_;
};

class Node::Entries {
 public:
  class Iterator {
   public:
    Iterator(Node key, std::uint32_t left) : key_(key), left_(left) {}
    Entry operator*() const { return {key_, key_.after()}; }
    Iterator& operator++() {
      if (--left_ > 0) key_ = key_.after().after();
      return *this;
    }
    bool operator!=(const Iterator& other) const { return left_ != other.left_; }

   private:
    Node key_;
    std::uint32_t left_;
  };
  explicit Entries(Node node) : node_(node) {}
  [[nodiscard]] Iterator begin() const { return {node_.child(), count()}; }
  [[nodiscard]] Iterator end() const { return {node_, 0}; }

 private:
  [[nodiscard]] std::uint32_t count() const { return node_.is_map() ? node_.size() : 0; }
  Node node_;
};

inline Node::Items Node::items() const {
  return Items(*this);
}
inline Node::Entries Node::entries() const {
  return Entries(*this);
}

/// One YAML file as a plain tree: scalars, sequences and maps with scalar keys, each knowing its place. The
/// bytes of the file stay beside the tree, so that any part of a scalar can be shown where it was written.
class Document {
 public:
  /// Owns everything.
  Document(std::string name, std::string file, std::vector<NodeData> nodes, std::string strings);
  /// Views of constant data: the image of a file in the binary.
  Document(std::string name, std::string_view file, std::span<const NodeData> nodes,
           std::string_view strings);

  [[nodiscard]] const std::string& name() const { return name_; }
  /// The bytes of the file.
  [[nodiscard]] std::string_view file() const { return file_; }
  [[nodiscard]] std::span<const NodeData> nodes() const { return nodes_; }
  [[nodiscard]] std::string_view strings() const { return strings_; }
  /// Kind::null when the file holds nothing.
  [[nodiscard]] Node root() const { return {*this, 0}; }

  /// A fault of a whole node: its first line under the caret.
  [[nodiscard]] Diagnostic fault(Node node, std::string message, std::string hint = {}) const;
  /// A fault of a part of a scalar, in bytes of its decoded text.
  [[nodiscard]] Diagnostic fault(Node scalar, std::uint32_t offset, std::uint32_t length, std::string message,
                                 std::string hint = {}) const;
  /// Where in the file a byte of a scalar's decoded text is written.
  [[nodiscard]] std::uint32_t file_offset(Node scalar, std::uint32_t offset) const;

 private:
  struct Owned {
    std::string file;
    std::vector<NodeData> nodes;
    std::string strings;
  };
  std::string name_;
  std::unique_ptr<const Owned> owned_;
  std::string_view file_;
  std::span<const NodeData> nodes_;
  std::string_view strings_;
};

inline const NodeData& Node::data() const {
  return document_->nodes()[index_];
}
inline std::string_view Node::text() const {
  const NodeData& node = data();
  return node.kind == Kind::scalar ? document_->strings().substr(node.text, node.size) : std::string_view{};
}

/// The value of a key, or null when a map has no such key.
class Lookup {
 public:
  Lookup(Node map, std::string_view key);
  explicit operator bool() const { return found_; }
  const Node& operator*() const { return value_; }
  const Node* operator->() const { return &value_; }
  [[nodiscard]] Node key() const { return key_; }

 private:
  Node key_;
  Node value_;
  bool found_ = false;
};

/// A fault between two bytes of a file.
[[nodiscard]] Diagnostic fault_at(const std::string& name, std::string_view file, std::size_t begin,
                                  std::size_t end, std::string message, std::string hint = {});

}  // namespace cablelint::yaml
