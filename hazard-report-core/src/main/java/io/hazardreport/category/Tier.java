package io.hazardreport.category;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hazardreport.base.Text;

/** One step of an enterprise's own ladder and the legal grade it maps onto; ladders go from small to big. */
public record Tier(
        @JsonProperty("code") String code,
        @JsonProperty("name") Text name,
        @JsonProperty("grade") LegalGrade grade) {}
