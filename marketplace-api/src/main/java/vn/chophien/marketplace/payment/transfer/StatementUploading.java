package vn.chophien.marketplace.payment.transfer;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import vn.chophien.marketplace.id.UuidV7;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.payment.BankAccount;
import vn.chophien.marketplace.payment.PaymentAudit;
import vn.chophien.marketplace.payment.PaymentAudit.Subject;
import vn.chophien.marketplace.payment.ReceivingAccount;
import vn.chophien.marketplace.payment.ReceivingAccounts;

/** Reads an uploaded statement, shows what it would bring, and takes it in when told to. */
@Component
class StatementUploading {

    private final StatementRepository statements;
    private final BankTransferRepository transfers;
    private final TransferInbox inbox;
    private final PartnerAccount partner;
    private final ReceivingAccounts accounts;
    private final PaymentAudit audit;
    private final TransactionalOperator transaction;
    private final InstantSource clock;

    StatementUploading(
            StatementRepository statements,
            BankTransferRepository transfers,
            TransferInbox inbox,
            PartnerAccount partner,
            ReceivingAccounts accounts,
            PaymentAudit audit,
            TransactionalOperator transaction,
            InstantSource clock) {
        this.statements = statements;
        this.transfers = transfers;
        this.inbox = inbox;
        this.partner = partner;
        this.accounts = accounts;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Preview> read(Desk desk, @Nullable String fileName, byte[] content) {
        return account(desk)
                .flatMap(account -> Mono.fromCallable(() -> StatementFile.read(content))
                        .subscribeOn(Schedulers.boundedElastic()) // looking up the XML parser reads files
                        .map(file -> new Statement(
                                UuidV7.next(),
                                desk.shop(),
                                account.bin(),
                                account.number(),
                                fileName,
                                file.skipped(),
                                clock.instant(),
                                null,
                                file.rows()))
                        .flatMap(statement -> statements
                                .insert(statement, desk.account())
                                .as(transaction::transactional)
                                .then(Mono.defer(() -> preview(statement)))));
    }

    Mono<Preview> show(Desk desk, UUID id) {
        return find(desk, id).flatMap(this::preview);
    }

    /**
     * Takes in every row that could be read and is not known; a second time changes nothing. What the shop says of an account that was taken from
     * it meanwhile is not taken in.
     */
    Mono<Preview> apply(Desk desk, UUID id) {
        return find(desk, id)
                .flatMap(statement -> stillTheirs(statement)
                        .then(Mono.defer(() -> inbox.add(reported(statement))))
                        .then(Mono.defer(() -> statements.markApplied(id, clock.instant())))
                        .flatMap(first -> first
                                ? audit.add(
                                        Subject.STATEMENT,
                                        id,
                                        "applied",
                                        statement.fileName(),
                                        desk.account(),
                                        clock.instant())
                                : Mono.empty())
                        .as(transaction::transactional))
                .then(Mono.defer(() -> show(desk, id)));
    }

    private Mono<Void> stillTheirs(Statement statement) {
        var owner = statement.owner();
        return owner == null
                ? Mono.empty()
                : accounts.lockOwnerOf(statement.bin(), statement.number())
                        .filter(owner::equals)
                        .switchIfEmpty(Mono.error(() -> TransferProblem.accountMissing("")))
                        .then();
    }

    private Mono<Statement> find(Desk desk, UUID id) {
        return statements.find(id, desk.shop()).switchIfEmpty(Mono.error(TransferProblem::statementNotFound));
    }

    private Mono<Preview> preview(Statement statement) {
        var references =
                statement.whole().stream().map(StatementRow::wholeReference).toList();
        return transfers
                .known(statement.bin(), statement.number(), references)
                .collectList()
                .map(known -> new Preview(statement, new HashSet<>(known)));
    }

    private Mono<BankAccount> account(Desk desk) {
        var shop = desk.shop();
        var account = shop == null
                ? Mono.justOrEmpty(partner.account())
                : accounts.find(shop).map(ReceivingAccount::account);
        return account.switchIfEmpty(Mono.error(() -> TransferProblem.accountMissing("")));
    }

    private static List<ReportedTransfer> reported(Statement statement) {
        return statement.whole().stream()
                .map(row -> new ReportedTransfer(
                        statement.bin(),
                        statement.number(),
                        row.wholeReference(),
                        statement.owner(),
                        statement.owner() == null,
                        BankTransfer.Source.STATEMENT,
                        Money.vnd(Objects.requireNonNull(row.amount())),
                        Objects.requireNonNull(row.description()),
                        row.sender(),
                        Objects.requireNonNull(row.bookedAt())))
                .toList();
    }

    /** @param known references of transfers that have been taken in, from whichever source */
    record Preview(Statement statement, Set<String> known) {
        Preview {
            known = Set.copyOf(known);
        }
    }
}
