/*
 * Loaded into Postgres before its own libraries (LD_PRELOAD): counts the calls of fsync and fdatasync in a file that all
 * its processes map, and makes each take FSYNC_DELAY_US microseconds longer. A virtual disk acknowledges at once; real ones do
 * not, and designs that hold a lock over a commit look well only on the former.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static uint64_t *calls;
static long delay_us;

__attribute__((constructor)) static void begin(void) {
  const char *delay = getenv("FSYNC_DELAY_US");
  const char *path = getenv("FSYNC_COUNTER");
  delay_us = delay ? atol(delay) : 0;
  int file = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
  if (file < 0) return;
  void *mapped = mmap(NULL, sizeof *calls, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
  if (mapped != MAP_FAILED) calls = mapped;
  close(file);
}

static void count_and_wait(void) {
  if (calls) __atomic_add_fetch(calls, 1, __ATOMIC_RELAXED);
  if (delay_us <= 0) return;
  struct timespec left = { delay_us / 1000000, (delay_us % 1000000) * 1000 };
  while (nanosleep(&left, &left) != 0) { }
}

int fsync(int file) {
  static int (*real)(int);
  if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  count_and_wait();
  return real(file);
}

int fdatasync(int file) {
  static int (*real)(int);
  if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  count_and_wait();
  return real(file);
}
