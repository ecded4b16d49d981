using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TkpkdPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class FindDoubles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DoublePairs",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FirstId = table.Column<long>(type: "bigint", nullable: false),
                    SecondId = table.Column<long>(type: "bigint", nullable: false),
                    FirstAreaCode = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false, collation: "Latin1_General_100_BIN2"),
                    SecondAreaCode = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false, collation: "Latin1_General_100_BIN2"),
                    FirstPersonId = table.Column<long>(type: "bigint", nullable: false),
                    SecondPersonId = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Score = table.Column<int>(type: "int", nullable: false),
                    Parts = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RulesNumber = table.Column<int>(type: "int", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoublePairs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DoubleRules",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Number = table.Column<int>(type: "int", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    SetById = table.Column<long>(type: "bigint", nullable: true),
                    SetAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Weights_BirthDigit = table.Column<int>(type: "int", nullable: false),
                    Weights_CommonMost = table.Column<int>(type: "int", nullable: false),
                    Weights_CommonStep = table.Column<int>(type: "int", nullable: false),
                    Weights_NearKin = table.Column<int>(type: "int", nullable: false),
                    Weights_NearName = table.Column<int>(type: "int", nullable: false),
                    Weights_OtherBirth = table.Column<int>(type: "int", nullable: false),
                    Weights_OtherKin = table.Column<int>(type: "int", nullable: false),
                    Weights_OtherMember = table.Column<int>(type: "int", nullable: false),
                    Weights_OtherMembersMost = table.Column<int>(type: "int", nullable: false),
                    Weights_OtherNik = table.Column<int>(type: "int", nullable: false),
                    Weights_OtherSex = table.Column<int>(type: "int", nullable: false),
                    Weights_PartOfName = table.Column<int>(type: "int", nullable: false),
                    Weights_SameAddress = table.Column<int>(type: "int", nullable: false),
                    Weights_SameBirth = table.Column<int>(type: "int", nullable: false),
                    Weights_SameHouse = table.Column<int>(type: "int", nullable: false),
                    Weights_SameKin = table.Column<int>(type: "int", nullable: false),
                    Weights_SameName = table.Column<int>(type: "int", nullable: false),
                    Weights_SameNewYear = table.Column<int>(type: "int", nullable: false),
                    Weights_SameSex = table.Column<int>(type: "int", nullable: false),
                    Weights_SameVillage = table.Column<int>(type: "int", nullable: false),
                    Weights_SameYear = table.Column<int>(type: "int", nullable: false),
                    Weights_SwappedBirth = table.Column<int>(type: "int", nullable: false),
                    Weights_Threshold = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleRules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DoubleSearches",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AreaCode = table.Column<string>(type: "varchar(22)", unicode: false, maxLength: 22, nullable: false, collation: "Latin1_General_100_BIN2"),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    IsWhole = table.Column<bool>(type: "bit", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    RulesNumber = table.Column<int>(type: "int", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AliveAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    PersonsRead = table.Column<int>(type: "int", nullable: false),
                    PersonsTotal = table.Column<int>(type: "int", nullable: false),
                    StepsDone = table.Column<int>(type: "int", nullable: false),
                    StepsTotal = table.Column<int>(type: "int", nullable: false),
                    Found = table.Column<int>(type: "int", nullable: false),
                    New = table.Column<int>(type: "int", nullable: false),
                    Gone = table.Column<int>(type: "int", nullable: false),
                    TooCommon = table.Column<int>(type: "int", nullable: false),
                    IsCancelAsked = table.Column<bool>(type: "bit", nullable: false),
                    FailureMessage = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleSearches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DoubleDecisions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PairId = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DoubleDecisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DoubleDecisions_DoublePairs_PairId",
                        column: x => x.PairId,
                        principalTable: "DoublePairs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HouseholdMerges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    PublicId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PairId = table.Column<long>(type: "bigint", nullable: false),
                    StayingId = table.Column<long>(type: "bigint", nullable: false),
                    LeavingId = table.Column<long>(type: "bigint", nullable: false),
                    UserId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    UndoneById = table.Column<long>(type: "bigint", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HouseholdMerges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HouseholdMerges_DoublePairs_PairId",
                        column: x => x.PairId,
                        principalTable: "DoublePairs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HouseholdMerges_Households_LeavingId",
                        column: x => x.LeavingId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HouseholdMerges_Households_StayingId",
                        column: x => x.StayingId,
                        principalTable: "Households",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MergedRows",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    MergeId = table.Column<long>(type: "bigint", nullable: false),
                    MergedTable = table.Column<int>(type: "int", nullable: false),
                    RowId = table.Column<long>(type: "bigint", nullable: false),
                    Former = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MergedRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MergedRows_HouseholdMerges_MergeId",
                        column: x => x.MergeId,
                        principalTable: "HouseholdMerges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DoubleDecisions_PairId",
                table: "DoubleDecisions",
                column: "PairId");

            migrationBuilder.CreateIndex(
                name: "IX_DoublePairs_FirstId_SecondId",
                table: "DoublePairs",
                columns: new[] { "FirstId", "SecondId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DoublePairs_PublicId",
                table: "DoublePairs",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DoublePairs_SecondId",
                table: "DoublePairs",
                column: "SecondId");

            migrationBuilder.CreateIndex(
                name: "IX_DoublePairs_State_Score",
                table: "DoublePairs",
                columns: new[] { "State", "Score" });

            migrationBuilder.CreateIndex(
                name: "IX_DoubleRules_Number",
                table: "DoubleRules",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DoubleSearches_PublicId",
                table: "DoubleSearches",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DoubleSearches_State",
                table: "DoubleSearches",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMerges_LeavingId",
                table: "HouseholdMerges",
                column: "LeavingId");

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMerges_PairId",
                table: "HouseholdMerges",
                column: "PairId");

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMerges_PublicId",
                table: "HouseholdMerges",
                column: "PublicId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HouseholdMerges_StayingId",
                table: "HouseholdMerges",
                column: "StayingId");

            migrationBuilder.CreateIndex(
                name: "IX_MergedRows_MergeId",
                table: "MergedRows",
                column: "MergeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DoubleDecisions");

            migrationBuilder.DropTable(
                name: "DoubleRules");

            migrationBuilder.DropTable(
                name: "DoubleSearches");

            migrationBuilder.DropTable(
                name: "MergedRows");

            migrationBuilder.DropTable(
                name: "HouseholdMerges");

            migrationBuilder.DropTable(
                name: "DoublePairs");
        }
    }
}
