package io.hazardreport.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Who has, or had, to do with a report, as far as a duty lies with him or a separation of duties looks at him.
 *
 * @param verifiers sent to verify
 * @param rectifiers everybody who is or was to put it right, or took a cure on the spot for good; none of them rechecks
 * @param handedOn those of them who have it no more
 * @param deciders who ended it, first signers too; none of them decides the appeal
 * @param overturned whose decision an appeal has overturned; none of them judges it again
 * @param receiver who admitted it; empty before
 * @param closedBy who accepted the last recheck; empty when nobody did
 */
record Handlers(
        List<String> verifiers,
        List<String> rectifiers,
        List<String> handedOn,
        List<String> deciders,
        List<String> overturned,
        String receiver,
        String closedBy) {

    static final Handlers NOBODY = new Handlers(List.of(), List.of(), List.of(), List.of(), List.of(), "", "");

    /** @param before the report before the event */
    Handlers after(ReportEvent event, HazardReport before) {
        ReportAct act = event.act();
        if (act instanceof ReportAct.StartVerification start) {
            return new Handlers(start.verifiers(), rectifiers, handedOn, deciders, overturned, receiver, closedBy);
        } else if (act instanceof ReportAct.StartFix fix) {
            return rectifying(List.of(fix.responsible()), without(handedOn, fix.responsible()));
        } else if (act instanceof ReportAct.Planning planning) {
            String responsible = planning.plan().responsible();
            return rectifying(with(rectifiers, responsible), without(handedOn, responsible));
        } else if (act instanceof ReportAct.Complete) {
            return rectifying(with(rectifiers, event.actor()), handedOn);
        } else if (act instanceof FollowUp.Reassign handed) {
            return handedOver(handed.from(), handed.to());
        }
        return switch (event.action()) {
            case ADMIT -> new Handlers(verifiers, rectifiers, handedOn, deciders, overturned, event.actor(), closedBy);
            case ACCEPT_SPOT_FIX ->
                rectifying(
                        with(
                                before.reporters().stream()
                                        .map(Reporter::pseudonym)
                                        .toList(),
                                event.actor()),
                        handedOn);
            case NOT_ADMIT, FIND_UNFOUNDED, FIND_UNVERIFIABLE, MARK_DUPLICATE, TRANSFER, SETTLE_SUGGESTION -> {
                List<String> first = before.proposal(event.action())
                        .map(proposal -> with(deciders, proposal.by()))
                        .orElse(deciders);
                yield decided(with(first, event.actor()), closedBy);
            }
            case ACCEPT_RECHECK -> decided(with(deciders, event.actor()), event.actor());
            case UPHOLD_APPEAL -> {
                List<String> more = overturned;
                for (String decider : deciders) {
                    more = with(more, decider);
                }
                yield new Handlers(verifiers, rectifiers, handedOn, deciders, more, receiver, closedBy);
            }
            default -> this;
        };
    }

    private Handlers rectifying(List<String> people, List<String> no) {
        return new Handlers(verifiers, people, no, deciders, overturned, receiver, closedBy);
    }

    private Handlers decided(List<String> people, String closing) {
        return new Handlers(verifiers, rectifiers, handedOn, people, overturned, receiver, closing);
    }

    /** Who rectified or was to stays on the list beside the new one: neither may recheck. */
    private Handlers handedOver(String from, String to) {
        UnaryOperator<String> swap = person -> person.equals(from) ? to : person;
        boolean rectified = rectifiers.contains(from);
        return new Handlers(
                verifiers.stream().map(swap).distinct().toList(),
                rectified ? with(without(rectifiers, to), to) : rectifiers,
                rectified ? with(without(handedOn, to), from) : handedOn,
                deciders,
                overturned,
                swap.apply(receiver),
                closedBy);
    }

    private static List<String> with(List<String> people, String person) {
        if (people.contains(person)) {
            return people;
        }
        List<String> more = new ArrayList<>(people);
        more.add(person);
        return List.copyOf(more);
    }

    private static List<String> without(List<String> people, String person) {
        return people.stream().filter(other -> !other.equals(person)).toList();
    }
}
