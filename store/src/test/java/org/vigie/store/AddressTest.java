package org.vigie.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geo.BadInput;

class AddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://ann:pw@db.example/m | jdbc:postgresql://db.example/m | ann | pw",
                "postgres://ann:pw@db:6432/m | jdbc:postgresql://db:6432/m | ann | pw",
                "postgresql://ann:p%40s%3As+%25@db/m | jdbc:postgresql://db/m | ann | p@s:s+%",
                "postgresql://ann:pw@a:1,b:2/m?sslmode=verify-full | jdbc:postgresql://a:1,b:2/m?sslmode=verify-full | ann | pw",
                "postgresql://ann:pw@[::1]:5432/m | jdbc:postgresql://[::1]:5432/m | ann | pw",
                "jdbc:postgresql://db/m?user=ann&password=pw | jdbc:postgresql://db/m | ann | pw",
                "jdbc:postgresql://db/m?sslmode=require&password=pw&user=ann | jdbc:postgresql://db/m?sslmode=require | ann | pw",
                "postgresql://ann@db/m | jdbc:postgresql://db/m | ann | ''",
            })
    void an_address_is_read_as_people_write_it(
            String written, String url, String user, String password) {
        assertEquals(new Database.External(url, user, password), Database.External.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://ann:secret@db/m",
                "db/m",
                "",
                "postgresql://ann:secret@db",
                "postgresql://ann:secret@db/",
                "postgresql://db/m",
                "postgresql://ann:%zz@db/m",
            })
    void an_address_that_cannot_be_read_is_refused_without_repeating_it(String written) {
        var refused = assertThrows(BadInput.class, () -> Database.External.of(written));
        assertEquals(
                "the database address must be like postgresql://user:password@host:5432/database,"
                        + " was something else (not repeated, it may hold a password)",
                refused.getMessage());
    }

    @Test
    void the_exercises_are_in_the_database_with_exercise_at_its_end() {
        assertEquals(
                "jdbc:postgresql://db/m_exercise?sslmode=require",
                Address.withSuffix("jdbc:postgresql://db/m?sslmode=require", "_exercise"));
    }

    @Test
    void a_password_does_not_get_into_a_log() {
        assertFalse(
                Database.External.of("postgresql://ann:secret@db/m").toString().contains("secret"));
    }
}
