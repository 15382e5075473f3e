package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.http.AnswerReader;
import dev.kvitt.vipps.client.http.Call;
import dev.kvitt.vipps.client.http.Calls;
import java.util.List;
import java.util.UUID;

/** Categories over HTTP. Get it from {@link dev.kvitt.vipps.client.VippsApi#categories()}. */
public final class HttpCategories implements Categories {
    private static final String CATEGORIES = "/order-management/v3/categories";
    private static final String CATEGORY = CATEGORIES + "/{categoryId}";

    private final Calls calls;

    public HttpCategories(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Outcome<CategoryId> add(Reference reference, OrderCategory category) {
        return calls.make(
                Call.post(CATEGORIES).body(CategoryJson.standing(reference, category)),
                AnswerReader.json(json -> new CategoryId(UUID.fromString(json.text("categoryId")))));
    }

    @Override
    public Outcome<List<StoredCategory>> list(Reference reference) {
        return calls.make(
                Call.get(CATEGORIES).query("orderId", reference.value()),
                AnswerReader.json(json -> json.elements("categories").stream()
                        .map(CategoryJson::readStanding)
                        .toList()));
    }

    @Override
    public Outcome<StoredCategory> get(CategoryId id) {
        return calls.make(Call.get(CATEGORY, id.toString()), AnswerReader.json(CategoryJson::readStanding));
    }

    @Override
    public Outcome<NoContent> delete(CategoryId id) {
        return calls.make(Call.delete(CATEGORY, id.toString()), AnswerReader.noContent());
    }
}
