@NullMarked
package org.vigie.plan.posture;

import org.jspecify.annotations.NullMarked;
