/// The medical chain 10-1-2: first aid within ten minutes, enhanced field care within one hour,
/// surgery within two.
///
/// Read [MedicalChain] first (one casualty: each link met, not met, or cannot tell, with minutes
/// and reasons), then [OneMore] (what another helicopter or surgical team would buy). The question
/// is a [Casualty].
///
/// This is a planning check. It treats nobody, orders nothing and knows no patient.
@NullMarked
package org.vigie.plan.medical;

import org.jspecify.annotations.NullMarked;
