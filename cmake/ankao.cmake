# Shared build rules: warnings are errors, a compile cache when there is one, lld when there is one.
find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(LLD ld.lld)
if(LLD)
  add_link_options(-fuse-ld=lld)
endif()

find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)

add_library(ankao_options INTERFACE)
target_compile_options(ankao_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 warns falsely about std::string and std::variant at -O2; the sanitizers watch the same ground.
  target_compile_options(ankao_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds -Wno-stringop-overread)
endif()
target_include_directories(ankao_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
if(ANKAO_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(ANKAO_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(ANKAO_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()

# ankao_library(NAME DEPENDS a b ...): a static library of every .cpp below the current folder.
function(ankao_library name)
  cmake_parse_arguments(arg "" "" "DEPENDS;EXCLUDE" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  foreach(pattern ${arg_EXCLUDE})
    list(FILTER sources EXCLUDE REGEX "${pattern}")
  endforeach()
  add_library(${name} STATIC ${sources})
  target_link_libraries(${name} PUBLIC ankao_options ${arg_DEPENDS})
endfunction()

# The tests that also run with the sanitizers: pure code, parsers, everything that meets bytes from outside.
add_custom_target(ankao_sanitized)

# ankao_test(NAME DEPENDS a b ... [LABELS unit sanitize]): one GoogleTest program of every *_test.cpp below the current folder;
# ctest runs it whole, from the top of the checkout. ANKAO_SOURCE_DIR tells the tests where the data stands; it is relative,
# so that the compile cache serves every checkout.
function(ankao_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "DEPENDS;LABELS" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*_test.cpp ${CMAKE_CURRENT_SOURCE_DIR}/support/*.cpp)
  if(NOT sources)
    return() # nothing stands here yet
  endif()
  add_executable(${name} ${sources})
  find_package(GTest REQUIRED)
  target_link_libraries(${name} PRIVATE ankao_options ${arg_DEPENDS} GTest::gtest GTest::gmock GTest::gtest_main Threads::Threads)
  target_compile_definitions(${name} PRIVATE ANKAO_SOURCE_DIR=".")
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  add_test(NAME ${name} COMMAND ${name} --gtest_brief=1 WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  if("sanitize" IN_LIST arg_LABELS)
    add_dependencies(ankao_sanitized ${name})
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}")
endfunction()
