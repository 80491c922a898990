@NullMarked
package org.vigie.plan.medical;

import org.jspecify.annotations.NullMarked;
