// What a program needs that is linked statically for Linux (`make release`) and has to run where there is nothing but a
// kernel with /proc. Nothing calls into this file: the linker takes its data, and what it does is done before `main`.

#include <stddef.h>
#include <stdint.h>
#include <sysexits.h>
#include <unistd.h>

#include "StaticLinux.h"

// From glibc's internals, which declare it in no header.
extern int __nss_configure_lookup(const char *database, const char *services);

// glibc looks names up with the libraries that /etc/nsswitch.conf lists. A static program would have to load those of the
// machine, and ends with a failed assertion where their glibc is another one (2.36 on Debian 11's 2.31). Files and DNS
// are linked in.
static void lookUpWithoutLibraries(void) {
    static const char *const databases[] = {"passwd", "group", "networks", "protocols", "services"};
    for (size_t index = 0; index < sizeof databases / sizeof *databases; index++) {
        __nss_configure_lookup(databases[index], "files");
    }
    __nss_configure_lookup("hosts", "files dns");
}

// The Swift runtime (6.3) reads its arguments from /proc, and libdispatch counts the threads that run there once a
// second: without it, the program would see no arguments and end sooner or later in the middle of its work.
static void demandProc(void) {
    if (access("/proc/self/stat", R_OK) == 0) { return; }
    static const char message[] =
        "folkmoot: there is no /proc here, and the program cannot run without it. Mount it first, as root: "
        "`mount -t proc proc /proc`, or, for a folder to chroot into, `mount -t proc proc FOLDER/proc`.\n";
    (void)!write(STDERR_FILENO, message, sizeof message - 1);
    _exit(EX_OSERR);
}

// Before the Swift runtime starts, which has the default priority.
__attribute__((constructor(101))) static void prepareStaticProgram(void) {
    demandProc();
    lookUpWithoutLibraries();
}

// GCC's start files of a static program hand the unwinder a list of all functions, which it goes through one by one when a
// thread first ends: 20 ms at the end of every command. Without the list it looks in the sorted table that the linker
// makes (`.eh_frame_hdr`). The linker takes these two before those of libgcc (`-z muldefs`).
void __register_frame_info(const void *begin, void *object) {
    (void)begin;
    (void)object;
}

void *__deregister_frame_info(const void *begin) {
    (void)begin;
    return NULL;
}

// ICU's data, 33 MB in the toolchain, are for formats and names in all languages of the world. The program uses none of them, since
// Foundation's URL gets names of hosts in ASCII. These are the same data with no entry: the header of a data package (udata.h of ICU 76) and an empty table of contents.
// A toolchain with another version of ICU has another name for them, and a test of the release then finds the program too large.
__attribute__((aligned(16))) const struct EmptyICUData icudt76_dat = {
    .headerSize = 32,
    .magic = {0xda, 0x27},
    .info = {.size = 20, .sizeOfCharacter = 2, .format = "CmnD", .formatVersion = {1}},
};
