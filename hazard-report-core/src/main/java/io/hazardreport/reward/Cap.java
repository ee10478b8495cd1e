package io.hazardreport.reward;

import io.hazardreport.base.Money;

/** A limit on cash; what is above it is not paid. */
public record Cap(String code, CapScope scope, Money amount) {}
