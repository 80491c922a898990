package org.vigie.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.packs.PackNames;
import org.vigie.geo.BadInput;
import org.vigie.record.Ids;
import org.vigie.record.Viewer;
import org.vigie.store.RunningServer;
import org.vigie.store.access.AccessStore;
import org.vigie.store.access.Account;
import org.vigie.store.access.AccountRole;
import org.vigie.store.access.Accounts;
import org.vigie.store.access.Audit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Who may sign in: `account add`, `list`, `reset`, `lock` and `unlock`, for the owner of the data
/// folder. Each is written into the audit.
@Command(
        name = "account",
        mixinStandardHelpOptions = true,
        description = "Say who may sign in to the server of this data folder.")
final class AccountCommands implements Callable<Integer> {

    private static final int AREA_MAX = 60;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var line = Commands.line(spec);
        line.usage(line.getErr());
        return PlainErrors.REFUSED;
    }

    static List<Object> subcommands(Head head) {
        return List.of(
                new Add(head),
                new ListAll(head),
                new Reset(head),
                new Lock(head),
                new Unlock(head));
    }

    /// The options by which a command finds its accounts: those of the real ledger.
    static final class Where {

        @Option(
                names = "--data",
                paramLabel = "DIR",
                defaultValue = "${sys:user.home}/.vigie",
                description = "Folder of Vigie's own database (default: ~/.vigie).")
        private Path data = Path.of(".vigie");

        @Option(
                names = "--database-url",
                paramLabel = "URL",
                description =
                        "Use this PostgreSQL instead, e.g. postgresql://user:password@host/vigie.")
        private @Nullable String databaseUrl;

        private Path folder() {
            return WhichLedger.named(data);
        }

        private Ledgers.OpenLedger openExisting(Head head) throws IOException {
            return head.ledgers()
                    .openExisting(new Ledgers.Where(WhichLedger.named(data), databaseUrl, false));
        }

        private Ledgers.OpenLedger open(Head head) throws IOException {
            return head.ledgers()
                    .open(new Ledgers.Where(WhichLedger.named(data), databaseUrl, false));
        }
    }

    /// How the link is written.
    static final class LinkOptions {

        @Option(
                names = "--server",
                paramLabel = "URL",
                description =
                        "How that person reaches the server (default: where the server of this data folder"
                                + " answers).")
        private @Nullable String server;

        /// The address without its last slash; empty where nobody gave one and no server runs on
        /// the data folder.
        private Optional<String> checked(Path data) throws IOException {
            if (server == null) {
                return RunningServer.find(data).map(RunningServer::address);
            }
            if (!server.matches("https?://[A-Za-z0-9.:\\[\\]-]+/?")) {
                throw new BadInput("server", server, "such as https://vigie.example.org");
            }
            return Optional.of(server.replaceFirst("/$", ""));
        }
    }

    /// The component of a role, as options have it.
    private static String own(AccountRole role) {
        return role.component().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Instant now(Head head) {
        return head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void print(@Nullable CommandSpec spec, String... lines) {
        var out = Commands.line(spec).getOut();
        for (var line : lines) {
            out.println(line);
        }
        out.flush();
    }

    /// The owner of the folder leaves a trace too.
    private static void audit(AccessStore access, String act, String name, Instant now)
            throws IOException {
        access.audit().add(new Audit.Line(now, "owner", act, name, "command line"));
    }

    private static void printLink(@Nullable CommandSpec spec, String name, Link link, Instant now) {
        print(
                spec,
                "link for %s, good once and until %s%s:"
                        .formatted(
                                name,
                                now.plus(Accounts.LINK_LASTS),
                                link.server().isPresent()
                                        ? ""
                                        : ", behind the address that 'vigie up' prints"),
                link.server().orElse("") + "/lite/setup?token=" + link.token(),
                "Whoever has the link becomes %s: hand it over in person or by a channel that is safe."
                        .formatted(name));
    }

    /// A link with which somebody chooses a password.
    ///
    /// @param server where it leads, empty where nobody knows
    private record Link(Optional<String> server, String token) {
        @Override
        public String toString() {
            return "Link";
        }
    }

    /// Makes an account.
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description =
                    "Make an account, and print a one-time link with which its holder chooses a password and"
                            + " brings a telephone in. From the first account on nobody is let in without one.")
    static final class Add implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private Where where = new Where();
        @Mixin private LinkOptions link = new LinkOptions();

        @Parameters(
                paramLabel = "NAME",
                description =
                        "Small letters, digits, dots and hyphens, e.g. a.diallo: the author of what they write.")
        private String name = "";

        @Option(
                names = "--role",
                required = true,
                description =
                        "watch, analysis, protection, civil-affairs, human-rights, force, police, leadership,"
                                + " oversight or administrator: it decides what they see.")
        private String role = "";

        @Option(
                names = "--component",
                description =
                        "May be left out: the role decides it. Given, it must be the role's own, or the command is refused.")
        private @Nullable String component;

        @Option(
                names = "--area",
                description =
                        "Code or name of an area of the mission's pack (ML05, Sector Centre): of what lies"
                                + " somewhere the account sees only what lies there. It cannot be changed"
                                + " later (default: the whole mission).")
        private @Nullable String area;

        Add(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            var role = AccountRole.ofCode(this.role);
            requireSame(role);
            if (area != null && (area.isBlank() || area.length() > AREA_MAX)) {
                throw new BadInput("area", area, "1 to " + AREA_MAX + " letters");
            }
            var server = link.checked(where.folder());
            var now = now(head);
            var account =
                    new Account(
                            Ids.fresh(now, head.chance()),
                            Account.checkedName(name),
                            role,
                            area,
                            null,
                            false);
            try (var open = where.open(head)) {
                requireKnown(open);
                var access = open.access();
                boolean first = !access.accounts().any();
                access.accounts().add(account, now);
                audit(access, "account-add", name, now);
                printLink(spec, name, new Link(server, access.accounts().link(name, now)), now);
                if (first) {
                    print(spec, "This is the first account: from now on everybody signs in.");
                }
            }
            return 0;
        }

        /// The area is one of the mission's, as far as the record says which mission it is.
        private void requireKnown(Ledgers.OpenLedger open) throws IOException {
            if (area == null) {
                return;
            }
            var newest = open.ledger().newest();
            var known = PackNames.of(open.ledger().asOf(newest, newest, Viewer.owner()));
            if (!known.areas().all().isEmpty()) {
                known.purview(area);
            } else {
                print(
                        spec,
                        "The record names no mission yet, so that nobody can tell whether it has the area "
                                + area
                                + ": /lite/accounts will say.");
            }
        }

        private void requireSame(AccountRole role) {
            var own = own(role);
            if (component != null && !component.equals(own)) {
                throw new BadInput(
                        "component",
                        component,
                        "left out, or " + own + " for the role " + role.code());
            }
        }
    }

    /// Lists the accounts.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "List the accounts: role, whether they can sign in.")
    static final class ListAll implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private Where where = new Where();

        @Option(names = "--json", description = "Print one JSON object.")
        private boolean json;

        ListAll(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            List<Account> accounts;
            try (var open = where.openExisting(head)) {
                accounts = open.access().accounts().list();
            }
            var out = Commands.line(spec).getOut();
            if (json) {
                var object = new LinkedHashMap<String, Object>();
                object.put("accounts", accounts.stream().map(ListAll::object).toList());
                Json.print(out, object);
                return 0;
            }
            if (accounts.isEmpty()) {
                print(spec, "no account: whoever sits at this machine is let in");
                return 0;
            }
            var table = new Table("name", "role", "component", "area", "state");
            accounts.forEach(account ->
                    table.add(
                            account.name(),
                            account.role().code(),
                            own(account.role()),
                            account.area(),
                            state(account)));
            table.print(out);
            out.flush();
            return 0;
        }

        private static String state(Account account) {
            if (account.lockedAt() != null) {
                return "locked since " + account.lockedAt();
            }
            return account.ready() ? "can sign in" : "has not used the link";
        }

        private static Map<String, @Nullable Object> object(Account account) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("name", account.name());
            object.put("role", account.role().code());
            object.put("area", account.area());
            object.put("lockedAt", account.lockedAt());
            object.put("ready", account.ready());
            return object;
        }
    }

    /// Takes a password back.
    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description =
                    "Take password, telephone, recovery codes and sessions of an account back, and print a"
                            + " one-time link for new ones.")
    static final class Reset implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private Where where = new Where();
        @Mixin private LinkOptions link = new LinkOptions();

        @Parameters(paramLabel = "NAME", description = "As 'vigie account list' has it.")
        private String name = "";

        Reset(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            var server = link.checked(where.folder());
            var now = now(head);
            try (var open = where.openExisting(head)) {
                var token = open.access().accounts().link(name, now);
                audit(open.access(), "account-reset", name, now);
                printLink(spec, name, new Link(server, token), now);
            }
            return 0;
        }
    }

    /// Keeps somebody out.
    @Command(
            name = "lock",
            mixinStandardHelpOptions = true,
            description = "Keep an account out from now on; its sessions end at once.")
    static final class Lock implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private Where where = new Where();

        @Parameters(paramLabel = "NAME", description = "As 'vigie account list' has it.")
        private String name = "";

        Lock(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            var now = now(head);
            try (var open = where.openExisting(head)) {
                open.access().accounts().lock(name, now);
                audit(open.access(), "account-lock", name, now);
            }
            print(spec, "locked: " + name);
            return 0;
        }
    }

    /// Lets somebody in again.
    @Command(
            name = "unlock",
            mixinStandardHelpOptions = true,
            description = "Let an account in again, and forget the sign-ins that failed.")
    static final class Unlock implements Callable<Integer> {

        private final Head head;

        @Spec private @Nullable CommandSpec spec;
        @Mixin private Where where = new Where();

        @Parameters(paramLabel = "NAME", description = "As 'vigie account list' has it.")
        private String name = "";

        Unlock(Head head) {
            this.head = head;
        }

        @Override
        public Integer call() throws IOException {
            var now = now(head);
            try (var open = where.openExisting(head)) {
                open.access().accounts().unlock(name);
                audit(open.access(), "account-unlock", name, now);
            }
            print(spec, "unlocked: " + name);
            return 0;
        }
    }
}
