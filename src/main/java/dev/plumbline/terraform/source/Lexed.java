package dev.plumbline.terraform.source;

import java.util.List;

/** The tokens of a text (blanks and comments left out, the last one is END), its comments and the lexer's troubles. */
record Lexed(List<Token> tokens, List<Comment> comments, List<SyntaxTrouble> troubles) {}
