/// How far can it be believed, and do two sources tell of one incident? What software proposes
/// here, a person decides: [Candidates] proposes, [Judgements] turns a person's decision into what
/// the ledger takes, or says why it cannot be; [Grades] says how sources and claims are graded.
@NullMarked
package org.vigie.weigh;

import org.jspecify.annotations.NullMarked;
