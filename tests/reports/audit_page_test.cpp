#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "reports/audit_page.hpp"
#include "support/audit_collection.hpp"

using cablelint::tests::audit_collections;
using cablelint::tests::AuditCollection;
namespace fs = std::filesystem;

BOOST_AUTO_TEST_SUITE(audit_page_test)

// The pages for people's eyes and for browser.mjs: CABLELINT_AUDIT_PAGES names a folder for them.
BOOST_AUTO_TEST_CASE(any_collection_fits_into_a_page) {
  const char* const folder = std::getenv("CABLELINT_AUDIT_PAGES");
  for (const AuditCollection& collection : audit_collections()) {
    const std::string page = collection.page();
    BOOST_TEST_CONTEXT(collection.name) {
      BOOST_TEST(page.size() <= 2'000'000);
      BOOST_TEST(page.ends_with("</html>\n"));
      BOOST_TEST((page == collection.page()));
    }
    if (folder == nullptr) continue;
    fs::create_directories(folder);
    const fs::path file = fs::path(folder) / (std::string(collection.name) + ".html");
    BOOST_TEST(!(std::ofstream(file, std::ios::binary) << page).fail());
  }
}

BOOST_AUTO_TEST_SUITE_END()
