package org.vigie.roads;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLStreamException;

/// What is looked over before the library reads it.
class ExtractsFuzzTest {

    @FuzzTest
    void the_blocks_of_any_bytes_are_looked_over_or_said_to_be_wrong(byte[] bytes)
            throws IOException {
        var problem = PbfBlocks.problem(new ByteArrayInputStream(bytes));
        assertFalse(problem != null && problem.isBlank());
    }

    @FuzzTest
    void the_nodes_of_any_bytes_are_looked_over_or_are_no_xml(byte[] bytes) {
        try {
            var problem = OsmNodes.problem(new ByteArrayInputStream(bytes));
            assertFalse(problem != null && problem.isBlank());
        } catch (XMLStreamException refused) {
            assertFalse(String.valueOf(refused.getMessage()).isBlank());
        }
    }
}
