/// The house rules as tests. Read `ArchitectureTest` for who may import whom, `SourceRulesTest` for
/// sizes and names.
@NullMarked
package org.vigie;

import org.jspecify.annotations.NullMarked;
