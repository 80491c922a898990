/// Place names of GeoNames: [GeoNames] reads the dump of a country.
@NullMarked
package org.vigie.exchange.geonames;

import org.jspecify.annotations.NullMarked;
