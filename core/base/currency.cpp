#include "core/base/currency.hpp"

#include <cstddef>

namespace kontingent {
namespace {

// Three letters each; without metals, funds and testing codes.
constexpr std::string_view codes =
    "AEDAFNALLAMDAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIFBMDBNDBOBBRLBSDBTNBWPBYNBZDCADCDFCHFCLFCLPCNYCOPC"
    "RC"
    "CUPCVECZKDJFDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNLHTGHUFIDRILSINRIQDIRRISKJ"
    "MD"
    "JODJPYKESKGSKHRKMFKPWKRWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMYRMZNN"
    "AD"
    "NGNNIONOKNPRNZDOMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEKSGDSHPSLESOSSRDSSPSTNSVCS"
    "YP"
    "SZLTHBTJSTMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUYIUYUUYWUZSVEDVESVNDVUVWSTXAFXCDXCGXOFXPFYERZARZMWZWG";
constexpr std::size_t code_length = 3;
static_assert(codes.size() % code_length == 0);

} // namespace

bool is_currency(std::string_view code) {
    for (std::size_t at = 0; at < codes.size(); at += code_length) {
        if (codes.substr(at, code_length) == code) {
            return true;
        }
    }
    return false;
}

} // namespace kontingent
