/// One plan for all components: what each means to do, what stands against it, and what would mend
/// it. Start with [Plan], then [PlanCheck]; the rules stand in one list in [PlanRules].
///
/// This is advice. Nothing in here moves a visit or orders a patrol.
@NullMarked
package org.vigie.plan.activity;

import org.jspecify.annotations.NullMarked;
