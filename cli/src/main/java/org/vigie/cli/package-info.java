/// The command line: a thin head over the core. Start at `Main`; every command is a class of its
/// own.
@NullMarked
package org.vigie.cli;

import org.jspecify.annotations.NullMarked;
