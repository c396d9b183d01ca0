package vn.chophien.marketplace.settlement.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** Carriers owe the cash of a parcel from the moment it arrived, and hand it over in any number of pieces. */
class ParcelCashIntegrationTests extends ParcelCashTests {

    private static final List<String> CARRIERS = List.of("GHN", "GHTK", "Xe của HTX");

    @Test
    void awaitsTheCashOfAParcelBeforeTheOthersArrive() {
        var number = sent(List.of("GHN", "GHTK", "GHN"));
        var first = 98_000 + fee(number);
        assertThat(outstanding(number)).isEmpty();
        deliver(number, 1);
        assertThat(outstanding(number)).isEqualTo(Map.of("GHN", first));
        assertThat(hold(number)).isEqualTo("DELIVERY,CARRIER " + first);

        remit("GHN", List.of(row(number, first - 56_000)), 201);
        remit("GHN", List.of(row(number, 6_000), row(number, 50_000)), 201);
        assertThat(outstanding(number)).isEmpty();
        assertThat(hold(number)).isEqualTo("DELIVERY " + first);

        deliver(number, 2);
        deliver(number, 3);
        assertThat(outstanding(number)).isEqualTo(Map.of("GHN", 98_000L, "GHTK", 98_000L));
        assertThat(hold(number)).isEqualTo("RETURN_WINDOW,CARRIER " + (first + 2 * 98_000 - 3 * 4_900));
        assertAgrees(number);
    }

    @Test
    void takesNoMoreThanACarrierHas() {
        var number = sent(List.of("GHN", "GHTK"));
        var first = 98_000 + fee(number);
        deliver(number, 1);
        var refused = remit("GHN", List.of(row(number, first - 16_000), row(number, 20_000)), 422);
        assertThat(refused.get("errors").get(0).get("message").asString())
                .isEqualTo("Row 2: for order %s, GHN has 16,000 đồng to hand over, not 20,000 đồng".formatted(number));
        assertThat(outstanding(number)).isEqualTo(Map.of("GHN", first));
        remit("GHTK", List.of(row(number, 1)), 422);
    }

    @Test
    void givesBackToACarrierWhatOneOfItsRemittancesWasRecordedFor() {
        var number = sent(List.of("GHN", "GHN"));
        var all = 2 * 98_000 + fee(number);
        deliver(number, 1);
        var first = remit("GHN", List.of(row(number, 100_000)), 201);
        deliver(number, 2);
        remit("GHN", List.of(row(number, all - 124_000)), 201);
        assertThat(outstanding(number)).isEqualTo(Map.of("GHN", 24_000L));
        takeBack(first);
        assertThat(outstanding(number)).isEqualTo(Map.of("GHN", 124_000L));
        remit("GHN", List.of(row(number, 124_000)), 201);
        assertThat(outstanding(number)).isEmpty();
        assertAgrees(number);
    }

    /** Whatever arrives, is handed over and taken back in whatever order: carriers owe what they collected less what they handed over. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void conservesEveryDong(long seed) {
        var random = new Random(seed);
        var carriers = new ArrayList<String>();
        for (var parcel = 0; parcel < 4; parcel++) {
            carriers.add(CARRIERS.get(random.nextInt(3)));
        }
        var number = sent(carriers);
        var before = unexplained();
        var owed = new HashMap<String, Long>();
        var recorded = new ArrayList<JsonNode>();
        var underWay = new ArrayList<>(List.of(1, 2, 3, 4));
        while (!underWay.isEmpty()) {
            var parcel = underWay.remove(random.nextInt(underWay.size()));
            deliver(number, parcel);
            var carrier = carriers.get(parcel - 1);
            if (!carrier.equals("Xe của HTX")) {
                owed.merge(carrier, 98_000 + (parcel == 1 ? fee(number) : 0), Long::sum);
            }
            handSomeOver(number, owed, recorded, random);
            if (!recorded.isEmpty() && random.nextInt(3) == 0) {
                var taken = recorded.remove(random.nextInt(recorded.size()));
                takeBack(taken);
                owed.merge(taken.get("carrier").asString(), taken.get("amount").asLong(), Long::sum);
            }
            owed.values().removeIf(amount -> amount == 0);
            assertThat(outstanding(number)).isEqualTo(owed);
            assertThat(unexplained()).isEqualTo(before);
        }
        assertAgrees(number);
        owed.forEach((carrier, amount) -> remit(carrier, List.of(row(number, amount)), 201));
        assertThat(outstanding(number)).isEmpty();
        assertAgrees(number);
    }

    private void handSomeOver(String number, Map<String, Long> owed, List<JsonNode> recorded, Random random) {
        for (var carrier : List.copyOf(owed.keySet())) {
            var amount = random.nextLong(owed.getOrDefault(carrier, 0L) + 1);
            var first = amount < 2 ? amount : 1 + random.nextLong(amount - 1);
            if (amount > 0) {
                var rows = first == amount
                        ? List.of(row(number, amount))
                        : List.of(row(number, first), row(number, amount - first));
                recorded.add(remit(carrier, rows, 201));
                owed.merge(carrier, -amount, Long::sum);
            }
        }
    }

    /** What of the cash that was collected and given back the books do not have; other tests may leave some. */
    private long unexplained() {
        return proof().get("channels")
                .valueStream()
                .filter(channel -> channel.get("channel").asString().equals("COD"))
                .mapToLong(cod -> cod.get("captured").asLong()
                        - cod.get("refunded").asLong()
                        - cod.get("booked").asLong())
                .findFirst()
                .orElseThrow();
    }

    private void assertAgrees(String number) {
        assertThat(proof().get("differences")
                        .valueStream()
                        .filter(difference ->
                                number.equals(difference.path("reference").asString(""))))
                .isEmpty();
    }

    private JsonNode proof() {
        return call(operator(), HttpMethod.POST, "/api/v1/operator/proofs", null, 200);
    }

    private String hold(String number) {
        return call(seller(near), HttpMethod.GET, "/api/v1/seller/money", null, 200)
                .get("holds")
                .valueStream()
                .filter(hold -> hold.get("number").asString().equals(number))
                .map(hold -> hold.get("reasons")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(",")) + " "
                        + hold.get("amount").asLong())
                .findFirst()
                .orElse("");
    }
}
