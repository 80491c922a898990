@NullMarked
package org.vigie.plan.activity;

import org.jspecify.annotations.NullMarked;
