#define BOOST_TEST_MODULE cablelint
#include <boost/test/unit_test.hpp>
