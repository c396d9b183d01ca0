package vn.chophien.marketplace.terms;

import vn.chophien.marketplace.money.Money;

/** What is taken out of a seller's money for one sale. */
public record Charges(Money commission, Money vat, Money pit) {

    Charges plus(Charges other) {
        return new Charges(commission.plus(other.commission), vat.plus(other.vat), pit.plus(other.pit));
    }
}
