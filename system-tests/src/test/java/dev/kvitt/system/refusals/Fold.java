package dev.kvitt.system.refusals;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParenthesizedTree;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a text in the code comes to, as far as it stands there. */
record Fold(Map<String, String> constants) {

    static final String SOMETHING = "…";

    /** More than one where the code chooses. */
    List<String> texts(ExpressionTree expression) {
        return switch (expression) {
            case ConditionalExpressionTree either ->
                Stream.of(either.getTrueExpression(), either.getFalseExpression())
                        .flatMap(one -> texts(one).stream())
                        .toList();
            default -> List.of(text(expression));
        };
    }

    String text(ExpressionTree expression) {
        return switch (expression) {
            case LiteralTree literal
            when literal.getValue() != null -> literal.getValue().toString();
            case BinaryTree sum -> text(sum.getLeftOperand()) + text(sum.getRightOperand());
            case ParenthesizedTree inner -> text(inner.getExpression());
            case IdentifierTree name -> constants.getOrDefault(name.getName().toString(), SOMETHING);
            case MemberSelectTree name ->
                constants.getOrDefault(name.getIdentifier().toString(), SOMETHING);
            default -> SOMETHING;
        };
    }
}
