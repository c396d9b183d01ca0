package vn.chophien.marketplace.payment;

import java.time.Instant;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.seller.SellerId;

/** Where a shop receives money, and who said so when. */
public record ReceivingAccount(SellerId seller, BankAccount account, AccountId changedBy, Instant changedAt) {}
