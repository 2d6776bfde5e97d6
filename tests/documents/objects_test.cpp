// The file of a PDF: its table of objects, and packing.
#include "documents/pdf/objects.hpp"
#include "documents/pdf/units.hpp"

#include <doctest/doctest.h>

#include <string>
#include <zlib.h>

using namespace kontingent::documents::pdf;

TEST_CASE("numbers as PDF writes them") {
    CHECK(decimal(0) == "0");
    CHECK(decimal(1) == "0.001");
    CHECK(decimal(12'300) == "12.3");
    CHECK(decimal(-1'050) == "-1.05");
    CHECK(decimal(595'276) == "595.276");
    CHECK(hexadecimal(0) == "0000");
    CHECK(hexadecimal(0xFFFF) == "FFFF");
    CHECK(hexadecimal(0x1F600) == "1F600");
    CHECK(hexadecimal(0x10FFFF) == "10FFFF");
}

TEST_CASE("texts outside of a page are UTF-16") {
    CHECK(text_string("") == "<FEFF>");
    CHECK(text_string("Ü(") == "<FEFF00DC0028>");
    CHECK(text_string("\U0001F600") == "<FEFFD83DDE00>");
}

TEST_CASE("the table says where each object begins") {
    Objects objects;
    std::size_t const later = objects.reserve();
    CHECK(later == 1);
    CHECK(objects.add("(two)") == 2);
    objects.set(later, "(one)");
    CHECK(objects.add_stream("/A 1", std::string(1'000, 'x')) == 3);
    CHECK(objects.add_stream("", "short") == 4);
    std::string const file = objects.file(1, 2);
    std::size_t const start = std::stoul(file.substr(file.rfind("startxref\n") + 10));
    REQUIRE(file.compare(start, 5, "xref\n") == 0);
    std::size_t entry = file.find("f \n", start) + 3;
    for (int number = 1; number <= 4; ++number, entry += 20) {
        std::size_t const place = std::stoul(file.substr(entry, 10));
        std::string const begin = std::to_string(number) + " 0 obj\n";
        CHECK(file.compare(place, begin.size(), begin) == 0);
    }
    CHECK(file.find("/Filter /FlateDecode") != std::string::npos);
    CHECK(file.find("<< /Length 5>>\nstream\nshort\nendstream") != std::string::npos);
    CHECK(objects.file(1, 2) == file);
    Objects others = objects;
    others.set(later, "(other)");
    CHECK(others.file(1, 2).substr(others.file(1, 2).find("/ID")) != file.substr(file.find("/ID")));
}

TEST_CASE("what is packed can be unpacked") {
    for (std::size_t const size : {std::size_t{0}, std::size_t{1}, std::size_t{100'000}}) {
        std::string bytes;
        for (std::size_t i = 0; i < size; ++i) {
            bytes += static_cast<char>(i * i % 251);
        }
        std::string const packed = deflated(bytes);
        std::string unpacked(size + 1, '\0');
        z_stream stream{};
        std::string input = packed;
        stream.next_in = reinterpret_cast<Bytef*>(input.data());
        stream.avail_in = static_cast<uInt>(input.size());
        stream.next_out = reinterpret_cast<Bytef*>(unpacked.data());
        stream.avail_out = static_cast<uInt>(unpacked.size());
        REQUIRE(inflateInit(&stream) == Z_OK);
        CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
        unpacked.resize(stream.total_out);
        inflateEnd(&stream);
        CHECK(unpacked == bytes);
    }
}
