// SPDX-License-Identifier: Apache-2.0
#include "look/inside/confine.hpp"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <cerrno>
#include <cstddef>
#include <vector>

#if defined(__x86_64__)
#define ANKAO_MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ANKAO_MACHINE AUDIT_ARCH_AARCH64
#else
#error "the filter of system calls does not know this machine"
#endif
#if defined(__SANITIZE_ADDRESS__)
#define ANKAO_WATCHED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ANKAO_WATCHED 1
#endif
#endif

namespace ankao::look {
namespace {

constexpr rlim_t k_seconds = 15;

bool limit(__rlimit_resource what, rlim_t value) {
  const rlimit both{value, value};
  return ::setrlimit(what, &both) == 0;
}

#ifndef ANKAO_WATCHED
constexpr rlim_t k_memory = rlim_t{1536} << 20;
// Whatever else a library would try gets EPERM and is a plain failure for it.
constexpr unsigned k_calls[] = {__NR_read, __NR_write, __NR_exit, __NR_exit_group, __NR_brk, __NR_mmap, __NR_munmap, __NR_mremap, __NR_madvise, __NR_futex, __NR_rt_sigreturn, __NR_clock_gettime};

sock_filter step(unsigned code, unsigned value, unsigned char yes = 0, unsigned char no = 0) { return {static_cast<__u16>(code), yes, no, value}; }

std::vector<sock_filter> filter() {
  std::vector<sock_filter> out{step(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)), step(BPF_JMP | BPF_JEQ | BPF_K, ANKAO_MACHINE, 1, 0),
                               step(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS), step(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (const unsigned call : k_calls) {
    out.push_back(step(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
    out.push_back(step(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  }
  out.push_back(step(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
  return out;
}

bool close_calls() {
  auto steps = filter();
  const sock_fprog program{static_cast<unsigned short>(steps.size()), steps.data()};
  return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
#else
bool close_calls() { return true; } // the sanitizers need calls of their own
#endif

} // namespace

bool confine() {
#ifndef ANKAO_WATCHED
  if (!limit(RLIMIT_AS, k_memory)) return false;
#endif
  return limit(RLIMIT_CPU, k_seconds) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, 3) &&
         ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && close_calls();
}

} // namespace ankao::look
