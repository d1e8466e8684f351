#pragma once

#include <stdint.h>

/// A data package of ICU without entries, for a little-endian machine.
struct EmptyICUData {
    uint16_t headerSize;
    uint8_t magic[2];
    struct {
        uint16_t size, reserved;
        uint8_t isBigEndian, charsetFamily, sizeOfCharacter, reserved2;
        char format[4] __attribute__((nonstring));
        uint8_t formatVersion[4], dataVersion[4];
    } info;
    char padding[8];
    uint32_t entries, reserved;
};

extern const struct EmptyICUData icudt76_dat;
