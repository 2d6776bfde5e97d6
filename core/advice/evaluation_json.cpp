#include "core/advice/evaluation.hpp"
#include "core/json/unit_names.hpp"
#include "core/pricing/quote_json.hpp"

namespace kontingent {
namespace {

std::string_view reason_text(RecommendationReason reason) {
    switch (reason) {
    case RecommendationReason::lowest_net:
        return "lowest_net";
    case RecommendationReason::lowest_expected_net:
        return "lowest_expected_net";
    }
    return {};
}

class Writer {
public:
    Writer(Catalogue const& catalogue, Evaluation const& evaluation)
        : catalogue_(catalogue), evaluation_(evaluation), advice_(evaluation.recommendation) {}

    JsonText offers() const {
        std::vector<JsonText> written;
        written.reserve(evaluation_.comparison.offers.size());
        for (ComparedOffer const& offer : evaluation_.comparison.offers) {
            written.push_back(this->offer(offer));
        }
        return json_array_of_lines(written, 4);
    }

    JsonText recommended() const {
        if (advice_.ranked.empty()) {
            return json_null();
        }
        RankedOffer const& best = ranked(0);
        return json_object(
            {{"package", package(best.offer)},
             {"term_months", json_number(best.offer.term_months)},
             {"reason", json_string(reason_text(advice_.reason))},
             {"expected_net", json_number(best.expected_net.minor)},
             {"cheapest_chance_basis_points", json_number(best.cheapest_chance.value)},
             {"commitment", commitment()},
             {"changes", changes()}});
    }

    // The difference of what offers are ranked by: never negative.
    JsonText runner_up() const {
        if (advice_.ranked.size() < 2) {
            return json_null();
        }
        RankedOffer const& next = ranked(1);
        return json_object(
            {{"package", package(next.offer)},
             {"term_months", json_number(next.offer.term_months)},
             {"net_difference", json_number(compared_amount(next) - compared_amount(ranked(0)))}});
    }

    JsonText break_even() const {
        if (!evaluation_.break_even) {
            return json_null();
        }
        std::vector<JsonText> cheapest;
        for (CheapestInterval const& interval : evaluation_.break_even->cheapest) {
            OfferId const& offer = advice_.ranked_offers[interval.offer].offer;
            cheapest.push_back(
                json_object({{name("from_minutes"), json_number(interval.from.count)},
                             {name("to_minutes"), json_number(interval.to.count)},
                             {"package", package(offer)},
                             {"term_months", json_number(offer.term_months)}}));
        }
        std::vector<JsonText> cliffs;
        for (Cliff const& cliff : evaluation_.break_even->cliffs) {
            OfferId const& offer = advice_.ranked_offers[cliff.offer].offer;
            cliffs.push_back(json_object({{"package", package(offer)},
                                          {"term_months", json_number(offer.term_months)},
                                          {name("at_minutes"), json_number(cliff.at.count)},
                                          {"drop", json_number(cliff.drop.minor)}}));
        }
        return json_object(
            {{"horizon_months", json_number(catalogue_.horizon_months)},
             {name("increment_minutes"), json_number(evaluation_.break_even->increment.count)},
             {"cheapest", json_array_of_lines(cheapest, 4)},
             {"cliffs", json_array_of_lines(cliffs, 4)}});
    }

private:
    std::string_view name(std::string_view of_minutes) const {
        return json::member_name(of_minutes, catalogue_.unit.has_value());
    }

    static std::int64_t compared_amount(RankedOffer const& offer) {
        return offer.expected_net.minor + offer.committed_beyond.minor;
    }

    RankedOffer const& ranked(std::size_t rank) const {
        return advice_.ranked_offers[advice_.ranked[rank]];
    }

    JsonText package(OfferId const& offer) const {
        return json_string(catalogue_.offers[offer.offer_index].id);
    }

    JsonText offer(ComparedOffer const& offer) const {
        Quote const& quote = offer.quote;
        std::size_t const index = ranked_offer_of(evaluation_, offer);
        return json_object({{"package", json_string(quote.package_id)},
                            {"term_months", json_number(quote.term_months)},
                            {"pooling", json_pairs(quote.pooled_pairs)},
                            {"net", json_number(quote.net.minor)},
                            {"gross", json_number(quote.gross.minor)},
                            {name("worked_minutes"), json_number(quote.worked.count)},
                            {name("used_minutes"), json_number(quote.used.count)},
                            {name("overage_minutes"), json_number(quote.overage.count)},
                            {name("expired_minutes"), json_number(quote.expired.count)},
                            {name("open_minutes"), json_number(quote.open.count)},
                            {"missing_extras", json_extras(catalogue_, quote.missing_extras)},
                            {"committed_beyond", json_number(quote.committed_beyond.minor)},
                            {name("effective_hourly_rate"), json_rate(quote.effective_hourly_rate)},
                            {"excluded", excluded(advice_.ranked_offers[index].exclusions)},
                            {"risk", risk(index)}});
    }

    JsonText excluded(std::vector<Exclusion> const& exclusions) const {
        std::vector<JsonText> written;
        for (Exclusion const& exclusion : exclusions) {
            switch (exclusion.kind) {
            case ExclusionKind::response:
                written.push_back(json_object(
                    {{"kind", json_string("response")}, {"level", json_number(exclusion.level)}}));
                break;
            case ExclusionKind::service:
                written.push_back(json_object(
                    {{"kind", json_string("service")},
                     {"service", json_string(catalogue_.services[exclusion.service].id)}}));
                break;
            case ExclusionKind::term:
                written.push_back(json_object({{"kind", json_string("term")}}));
                break;
            case ExclusionKind::open_work:
                written.push_back(json_object({{"kind", json_string("open_work")}}));
                break;
            case ExclusionKind::extra:
                written.push_back(
                    json_object({{"kind", json_string("extra")},
                                 {"extra", json_string(catalogue_.extras[exclusion.extra].id)}}));
                break;
            }
        }
        return json_array(written);
    }

    JsonText risk(std::size_t index) const {
        if (evaluation_.risks.empty()) {
            return json_null();
        }
        OfferRisk const& risk = evaluation_.risks[index];
        BasisPoints const chance = advice_.ranked_offers[index].cheapest_chance;
        return json_object({{"mean", json_number(risk.mean.minor)},
                            {"p10", json_number(risk.p10.minor)},
                            {"p50", json_number(risk.p50.minor)},
                            {"p90", json_number(risk.p90.minor)},
                            {"overage_chance_basis_points", json_number(risk.overage_chance.value)},
                            {name("expired_minutes_mean"), json_number(risk.expired_mean.count)},
                            {"cheapest_chance_basis_points", json_number(chance.value)}});
    }

    JsonText commitment() const {
        if (!advice_.commitment) {
            return json_null();
        }
        Commitment const& commitment = *advice_.commitment;
        return json_object({{"term_months", json_number(commitment.term_months)},
                            {"shortest_term_months", json_number(commitment.shortest_term_months)},
                            {"committed", json_number(commitment.committed.minor)},
                            {"saved", json_number(commitment.saved.minor)},
                            {"pays_from_month", json_number(commitment.pays_from_month)}});
    }

    JsonText changes() const {
        OfferId const& from = advice_.ranked_offers[*advice_.typical_cheapest].offer;
        return json_object({{"from", json_object({{"package", package(from)},
                                                  {"term_months", json_number(from.term_months)}})},
                            {"fewer", tipping_point(advice_.fewer)},
                            {"more", tipping_point(advice_.more)}});
    }

    JsonText tipping_point(std::optional<TippingPoint> const& point) const {
        if (!point) {
            return json_null();
        }
        OfferId const& offer = advice_.ranked_offers[point->offer].offer;
        return json_object({{"percent", json_number(point->percent)},
                            {name("average_minutes"), json_number(point->average.count)},
                            {"package", package(offer)},
                            {"term_months", json_number(offer.term_months)}});
    }

    Catalogue const& catalogue_;
    Evaluation const& evaluation_;
    Recommendation const& advice_;
};

} // namespace

std::string evaluation_to_json(Catalogue const& catalogue, Evaluation const& evaluation) {
    Writer const writer(catalogue, evaluation);
    return json_document({{"catalogue", json_string(catalogue.id)},
                          {"offers", writer.offers()},
                          {"recommended", writer.recommended()},
                          {"runner_up", writer.runner_up()},
                          {"break_even", writer.break_even()}});
}

} // namespace kontingent
