package org.vigie.geo;

import java.time.Duration;
import java.util.List;
import org.vigie.geo.Calibration.Movement;
import org.vigie.geo.Calibration.Took;
import org.vigie.geo.RouteState.Danger;
import org.vigie.geo.RouteState.Season;
import org.vigie.geo.RouteState.Surface;

/// Journeys by road that somebody published with their times. The state of the way follows from the
/// source and the month, not from how long it took. Lengths of the way that the sources name are
/// left out, so that the model has to guess them as it must in life.
///
/// The numbers of the model were last changed with all journeys of [#inView] on the table. Those of
/// [#unseen] were looked for afterwards, and nothing was changed since.
final class PublishedMovements {

    private static final Position SEVARE = new Position(14.52742, -4.09344);
    private static final Position MOPTI = new Position(14.4843, -4.18296);
    private static final Position OGOSSAGOU = new Position(13.96014, -3.57019);
    private static final Position BER = new Position(16.834927, -2.531944);
    private static final Position TIMBUKTU = new Position(16.77348, -3.00742);
    private static final Position KIDAL = new Position(18.44111, 1.40778);
    private static final Position GAO = new Position(16.27167, -0.04472);
    private static final Position TESSALIT = new Position(20.20126, 1.01186);
    private static final Position NIAMEY = new Position(13.51366, 2.1098);
    private static final Position GAROUA_BOULAI = new Position(5.88, 14.55);
    private static final Position BOUAR = new Position(5.9344, 15.5959);
    private static final Position BOR = new Position(6.2073, 31.5599);
    private static final Position PIBOR = new Position(6.7992, 33.1297);
    private static final Position KHARTOUM = new Position(15.55177, 32.53241);
    private static final Position EL_OBEID = new Position(13.18421, 30.21669);
    private static final Position EL_MUGLAD = new Position(11.0339, 27.7403);
    private static final Position AWEIL = new Position(8.7617, 27.3957);
    private static final Position WAU = new Position(7.7029, 27.9953);
    private static final Position RUMBEK = new Position(6.8092, 29.6764);
    private static final Position JUBA = new Position(4.8517, 31.5825);
    private static final Position KOSTI = new Position(13.1629, 32.6635);
    private static final Position EL_FASHER = new Position(13.6279, 25.3494);

    private static final String UNJLC =
            "UN Joint Logistics Centre, light vehicle convoy Khartoum-Juba, April 2007 (ReliefWeb)";
    private static final String BARKHANE_2021 =
            "Barkhane, rearticulation of October 2021 (malivox.net): 600 km in 7 days, 400 km in 6";

    private static final RouteState DRY_TRACK = RouteState.DRY_TRACK;
    private static final RouteState DRY_TAR =
            new RouteState(Surface.PAVED, Season.DRY, Danger.CALM, false);
    private static final RouteState COLUMN_ON_TAR =
            new RouteState(Surface.PAVED, Season.DRY, Danger.CALM, true);
    private static final RouteState COLUMN_IN_MUD =
            new RouteState(Surface.TRACK, Season.RAINS, Danger.CALM, true);
    private static final RouteState COLUMN_ON_MINED_TAR =
            new RouteState(Surface.PAVED, Season.DRY, Danger.IED_THREAT, true);
    private static final RouteState COLUMN_ON_MINED_TRACK =
            new RouteState(Surface.TRACK, Season.DRY, Danger.IED_THREAT, true);
    private static final RouteState COLUMN_ON_MINED_TRACK_IN_MUD =
            new RouteState(Surface.TRACK, Season.RAINS, Danger.IED_THREAT, true);
    private static final RouteState CONTESTED_TRACK =
            new RouteState(Surface.TRACK, Season.DRY, Danger.CONTESTED, true);
    private static final RouteState CONTESTED_TRACK_IN_MUD =
            new RouteState(Surface.TRACK, Season.RAINS, Danger.CONTESTED, true);
    private static final RouteState CONTESTED_TAR_IN_THE_RAINS =
            new RouteState(Surface.PAVED, Season.RAINS, Danger.CONTESTED, true);

    private PublishedMovements() {}

    static List<Movement> inView() {
        return List.of(
                seen(
                        "Sévaré-Ogossagou, relief of the company, 30 August 2022",
                        road(SEVARE, OGOSSAGOU, COLUMN_ON_MINED_TRACK_IN_MUD),
                        hours(22, 26),
                        "MINUSMA, Inside a convoy for 24 hours (peacekeeping.un.org), 2022"),
                seen(
                        "Ogossagou-Mopti, withdrawal, 4 August 2023",
                        road(OGOSSAGOU, MOPTI, COLUMN_ON_MINED_TRACK_IN_MUD),
                        minutes(17 * 60 + 30),
                        "MINUSMA statement, 4 August 2023 (allafrica.com): 5:00 to 22:30"),
                seen(
                        "Ber-Timbuktu, withdrawal, August 2023, attacked twice",
                        road(BER, TIMBUKTU, CONTESTED_TRACK_IN_MUD),
                        hours(51, 51),
                        "MINUSMA, August 2023 (press): 57 km in 51 hours"),
                seen(
                        "Tessalit-Gao, withdrawal, 21-29 October 2023",
                        road(TESSALIT, GAO, CONTESTED_TRACK),
                        hours(7 * 24, 9 * 24),
                        "MINUSMA, 23 and 30 October 2023 (allafrica.com, alwihdainfo.com): over 550 km"),
                seen(
                        "Kidal-Gao, withdrawal, 31 October - 7 November 2023, six bombs",
                        road(KIDAL, GAO, CONTESTED_TRACK),
                        hours(7 * 24, 8 * 24),
                        "UN note to correspondents, 8 November 2023 (minusma.unmissions.org): 350 km"),
                seen(
                        "Bor-Pibor, humanitarian convoy in the rains",
                        road(BOR, PIBOR, COLUMN_IN_MUD),
                        hours(30, 40),
                        "UNMISS, 2025 (press): over 30 hours"),
                seen(
                        "Garoua Boulai-Bouar, UN convoy",
                        road(GAROUA_BOULAI, BOUAR, COLUMN_ON_TAR),
                        hours(3, 3),
                        "cameroononlinenews.com: 150 km in three hours"),
                seen("Khartoum-El Obeid", road(KHARTOUM, EL_OBEID, DRY_TAR), hours(10, 10), UNJLC),
                seen(
                        "El Obeid-El Muglad",
                        road(EL_OBEID, EL_MUGLAD, DRY_TRACK),
                        hours(12, 12),
                        UNJLC),
                seen("El Muglad-Aweil", road(EL_MUGLAD, AWEIL, DRY_TRACK), hours(11, 11), UNJLC),
                seen("Aweil-Wau", road(AWEIL, WAU, DRY_TRACK), hours(8, 8), UNJLC),
                seen("Wau-Rumbek", road(WAU, RUMBEK, DRY_TRACK), hours(6, 6), UNJLC),
                seen("Rumbek-Juba", road(RUMBEK, JUBA, DRY_TRACK), hours(12, 12), UNJLC));
    }

    static List<Movement> unseen() {
        return List.of(
                notSeen(
                        "Gao-Tessalit, logistics convoy, 2 October 2021",
                        road(GAO, TESSALIT, COLUMN_ON_MINED_TRACK),
                        hours(6 * 24, 7 * 24),
                        BARKHANE_2021),
                notSeen(
                        "Gao-Kidal, logistics convoy, 2 October 2021",
                        road(GAO, KIDAL, COLUMN_ON_MINED_TRACK),
                        hours(5 * 24, 6 * 24),
                        BARKHANE_2021),
                notSeen(
                        "Niamey-Gao, logistics convoy, December 2018",
                        road(NIAMEY, GAO, COLUMN_ON_MINED_TAR),
                        minutes(10 * 60),
                        "French ministry of defence, 29 January 2019: some ten hours for 540 km"),
                notSeen(
                        "Kosti-El Fasher, convoy of the Darfur Joint Force, September 2023",
                        road(KOSTI, EL_FASHER, CONTESTED_TAR_IN_THE_RAINS),
                        hours(7 * 24, 8 * 24),
                        "Radio Dabanga, October 2023: 920 km now take eight days"));
    }

    private static Movement seen(String name, Route route, Took took, String source) {
        return new Movement(name, route, took, true, source);
    }

    private static Movement notSeen(String name, Route route, Took took, String source) {
        return new Movement(name, route, took, false, source);
    }

    private static Route road(Position from, Position to, RouteState state) {
        return Route.between(from, to, Mode.ROAD, state);
    }

    private static Took hours(int atLeast, int atMost) {
        return new Took(Duration.ofHours(atLeast), Duration.ofHours(atMost));
    }

    private static Took minutes(int minutes) {
        return Took.exactly(Duration.ofMinutes(minutes));
    }
}
