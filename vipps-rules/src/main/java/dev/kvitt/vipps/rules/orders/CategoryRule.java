package dev.kvitt.vipps.rules.orders;

import dev.kvitt.vipps.rules.FieldProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a category must keep. */
public final class CategoryRule {

    private CategoryRule() {}

    /** @param isImage whether an image of this id was posted */
    public static List<FieldProblem> problems(CategoryBody body, Predicate<String> isImage) {
        List<FieldProblem> problems = new ArrayList<>(OrderRule.problems(body.paymentType(), body.orderId()));
        link(problems, "type", body.type(), "url", body.url());
        image(problems, body.imageId(), isImage);
        return problems;
    }

    /** @param isImage whether an image of this id was posted */
    public static List<FieldProblem> problems(CategoryBody.OfOrder body, Predicate<String> isImage) {
        List<FieldProblem> problems = new ArrayList<>();
        link(problems, "category", body.category(), "orderDetailsUrl", body.orderDetailsUrl());
        image(problems, body.imageId(), isImage);
        return problems;
    }

    private static void link(List<FieldProblem> problems, String typeField, String type, String urlField, String url) {
        if (CategoryType.of(type).isEmpty()) {
            problems.add(new FieldProblem(typeField, OrderRule.oneOf(CategoryType.values())));
        }
        if (!isAbsolute(url)) {
            problems.add(new FieldProblem(urlField, "A URL with its scheme and host is required."));
        }
    }

    private static void image(List<FieldProblem> problems, String imageId, Predicate<String> isImage) {
        if (imageId == null) {
            return;
        }
        if (!OrderId.isValidImage(imageId)) {
            problems.add(new FieldProblem("imageId", OrderId.mustMatch("ImageId")));
        } else if (!isImage.test(imageId)) {
            problems.add(new FieldProblem("imageId", "No image has this id. Post it to /v1/images first."));
        }
    }

    private static boolean isAbsolute(String url) {
        try {
            return url != null && new URI(url).getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
